import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { CONFIG, type Config } from '../../config/config.js';
import { Busy, Invalid, type Problem, TooMany } from '../../errors/errors.js';
import { MOST_BYTES, MOST_DOCUMENTS } from '../../submissions/documents/attached.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import { Uploads } from '../../uploads/uploads.js';
import { networkOf } from '../../visitors/network.js';
import { Limits } from '../kit/limits.js';
import { type FilePart, isMultipart, readMultipart } from '../kit/read-multipart.js';
import { FilesDoor } from './files-door.js';
import { Places } from './places.js';

/** A file that came with a form and was not taken: its name, for this one answer, and a code of the catalogue. */
export interface RefusedFile {
  name: string;
  why: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Files of this form that were not taken. */
    refusedFiles?: RefusedFile[];
    /** Why no file was taken at all; it is answered by the form. */
    filesProblem?: Problem;
  }
}

/**
 * Reads a form that brings files, before its handler: files become uploads, whose tokens join the field `upload`, and
 * all other fields are as if the form had brought none. What is not taken is said at its file, and all else is kept.
 */
@Injectable()
export class FilesComing implements NestInterceptor {
  constructor(
    private readonly uploads: Uploads,
    private readonly limits: Limits,
    private readonly door: FilesDoor,
    private readonly places: Places,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fileBytes'>,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isMultipart(request)) await this.read(request);
    return next.handle();
  }

  private async read(request: FastifyRequest): Promise<void> {
    const came = new Came();
    try {
      const fields = await readMultipart(request, { fileBytes: this.config.fileBytes }, (part) =>
        this.take(request, part, came),
      );
      await Promise.all(came.ids.map(({ id, name }) => came.tried(name, () => this.uploads.settled(id))));
      const tokens = came.ids.filter(({ name }) => !came.refused.some((each) => each.part === name));
      const before = fields['upload'];
      request.body = {
        ...fields,
        ...(tokens.length > 0 && {
          upload: [...(before === undefined ? [] : [before].flat()), ...tokens.map(({ token }) => token)],
        }),
      };
      request.losesFiles = came.refused.length > 0;
      came.refused.sort((one, other) => one.part.nth - other.part.nth);
      request.refusedFiles = came.refused.map(({ part, why }) => ({ name: part.name, why }));
      if (came.problem !== null) request.filesProblem = came.problem;
    } finally {
      came.leave?.();
    }
  }

  private async take(request: FastifyRequest, part: FilePart, came: Came): Promise<void> {
    // An old browser, and any other, sends a field for files that was left empty.
    const hasBytes = await part.hasBytes;
    if (part.name === '' && !hasBytes) return part.skip();
    await came.tried(part, async () => {
      if ((came.files += 1) > MOST_DOCUMENTS) throw new Refused('too-many');
      if (came.problem !== null) throw new Refused('not-now');
      if (came.files === 1 && !(await this.door.isOpen(request.visitor, request.url)))
        throw new Invalid({ file: 'no-files-here' });
      // A form without a file needs no place: whoever fills them all keeps nobody's words away.
      came.leave ??= this.places.enter(networkOf(request.ip));
      await this.limits.mustHaveBytes(request);
      await this.limits.take('upload', request);
      const { id, token } = await this.received(request, part);
      if ((came.bytes += part.bytes) > MOST_BYTES) {
        await this.uploads.remove(token);
        throw new Refused('too-large-together');
      }
      came.ids.push({ id, token, name: part });
    });
    part.skip();
  }

  /** Its bytes count however it ends; one that is over the share of a day is not kept. */
  private async received(request: FastifyRequest, part: FilePart): Promise<{ id: string; token: string }> {
    let upload: { id: string; token: string } | null = null;
    try {
      upload = await this.uploads.receive(part.stream, momentOf(request), networkOf(request.ip));
      return upload;
    } finally {
      await this.limits.takeBytes(request, part.bytes).catch(async (error: unknown) => {
        if (upload !== null) await this.uploads.remove(upload.token);
        throw error;
      });
    }
  }
}

function momentOf({ asking }: FastifyRequest): Date {
  if (asking === null) throw new Error('nobody was greeted at this door');
  return asking.now;
}

/** What has come of one form. */
class Came {
  readonly ids: { id: string; token: string; name: FilePart }[] = [];
  readonly refused: { part: FilePart; why: string }[] = [];
  problem: Problem | null = null;
  /** Frees the place that its files take. */
  leave: (() => void) | null = null;
  files = 0;
  bytes = 0;

  /** What is wrong with one file must not cost the others, nor the text. */
  async tried(part: FilePart, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Busy || error instanceof TooMany || error instanceof Invalid) {
        this.problem = error;
        this.refused.push({ part, why: 'file-not-now' });
      } else if (error instanceof Refused) this.refused.push({ part, why: `file-${error.why}` });
      else throw error;
    }
  }
}
