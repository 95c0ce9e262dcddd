import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { Busy, Invalid, type Problem, TooMany } from '../../errors/errors.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import { JoinedPictures } from '../../uploads/joined-pictures.js';
import { networkOf } from '../../visitors/network.js';
import { Limits } from '../kit/limits.js';
import { SAID_OF_UPLOADS, uploadFields } from './upload-fields.js';

type SentUploads = z.infer<typeof schema>;
const schema = z.object(uploadFields);

/**
 * Makes one document of the pictures that are ticked in a form, before its handler and behind the reading of its files.
 * Then the form is as if that one had come in the place of the first of them.
 */
@Injectable()
export class JoinsPictures implements NestInterceptor {
  constructor(
    private readonly pictures: JoinedPictures,
    private readonly limits: Limits,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { data } = schema.safeParse(request.body ?? {});
    if (data !== undefined && (data.arrange === 'join' || (data.together ?? []).length > 1))
      await this.join(request, data);
    return next.handle();
  }

  private async join(request: FastifyRequest, { arrange: _arrange, ...sent }: SentUploads): Promise<void> {
    const now = request.asking?.now;
    if (now === undefined) throw new Error('nobody was greeted at this door');
    // A page goes where its picture stands in the form.
    const tokens = [...new Set(sent.upload)].filter((token) => token !== '' && sent.together?.includes(token));
    try {
      if (tokens.length < 2) throw new Invalid({ file: 'join-two' });
      await this.limits.take('upload', request);
      const joined = await this.pictures.join(tokens, now, networkOf(request.ip));
      request.body = { ...(request.body as object), ...inPlaceOf(tokens, joined, sent), together: [] };
    } catch (error) {
      request.filesProblem ??= problemOf(error);
    }
  }
}

/** The fields of the form with one upload in the place of several. */
function inPlaceOf(tokens: readonly string[], joined: string, sent: SentUploads): Partial<SentUploads> {
  const uploads = (sent.upload ?? []).filter((token) => token !== '');
  const first = tokens[0] ?? '';
  const stays = (_: unknown, at: number): boolean => uploads[at] === first || !tokens.includes(uploads[at] ?? '');
  const upload = uploads.filter(stays).map((token) => (token === first ? joined : token));
  const rest = SAID_OF_UPLOADS.map((field) => {
    const said = uploads.map((_, at) => sent[field]?.[at] ?? '').filter(stays);
    return [field, field === 'uploadNature' ? said.map((nature, at) => noPhoto(nature, upload[at] === joined)) : said];
  });
  return { ...Object.fromEntries(rest), upload: ['', ...upload] } as Partial<SentUploads>;
}

/** Several photos of a paper are the paper. */
function noPhoto(nature: string, isJoined: boolean): string {
  return isJoined && nature === 'photo' ? '' : nature;
}

/** @throws what is no problem of whoever sends */
function problemOf(error: unknown): Problem {
  if (error instanceof Busy || error instanceof TooMany || error instanceof Invalid) return error;
  if (error instanceof Refused) return new Invalid({ file: `file-${error.why}` });
  throw error;
}
