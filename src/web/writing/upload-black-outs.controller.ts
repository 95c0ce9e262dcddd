import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { BlackOutUploadPage } from '../../../client/writing/black-out-upload-page.js';
import { NotFound } from '../../errors/errors.js';
import { BlackedUploads } from '../../uploads/blacked-uploads.js';
import { isCoverable } from '../../uploads/must-cover.js';
import { networkOf } from '../../visitors/network.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { coveringOf, inWords, lookedAt } from './coverings.js';
import { areasFields, NO_AREAS, readBlackOut, wordsOf } from './sent-areas.js';

const path = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
type Path = z.infer<typeof path>;
const query = z.object({ done: z.literal('yes').optional().catch(undefined) });

const sentBlackOut = z.strictObject({
  action: z.enum(['look', 'blackout'], 'wrong-value'),
  /** Of the bytes that were read. */
  version: z.string().max(40).default(''),
  ...areasFields,
});
type SentBlackOut = z.infer<typeof sentBlackOut>;

interface Shown {
  covering: Covering;
  version?: string;
  done?: boolean;
  errors?: FormErrors | null;
}

/**
 * « Caviarder », before anything is sent: whoever holds the token of an upload covers parts of it. The form that names
 * the upload is not asked for anything.
 */
@Controller('uploads/:token/blackout')
export class UploadBlackOutsController {
  constructor(
    private readonly uploads: BlackedUploads,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForEveryone()
  async show(
    @PathParts(path) { token }: Path,
    @QueryParts(query) { done }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.draw(asking, token, { covering: coveringOf(NO_AREAS), done: done === 'yes' });
  }

  @Post()
  @ForEveryone()
  async create(
    @PathParts(path) { token }: Path,
    @Fields(sentBlackOut) sent: SentBlackOut,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      () => this.done(asking, token, sent),
      (errors) =>
        // Where somebody was quicker, what stands here now is what is read from here on.
        this.draw(asking, token, {
          covering: coveringOf(sent, sent.action === 'blackout'),
          ...(errors.problem == null && sent),
          errors,
        }),
    );
  }

  private async done(asking: Asking, token: string, sent: SentBlackOut): Promise<Answer> {
    const { request, now } = asking;
    const [who, { version, action }] = [networkOf(request.ip), sent];
    // Each of these starts a process, as a file that comes does.
    if (action === 'blackout' || wordsOf(sent).length > 0) await this.limits.take('upload', request);
    if (action === 'look') {
      const covering = await lookedAt(sent, (words) => this.uploads.places(token, words, who));
      return this.draw(asking, token, { covering, version });
    }
    await inWords(this.uploads.blackOut(token, { ...readBlackOut(sent), version }, now, who));
    return seeOther(`/uploads/${token}/blackout?done=yes`);
  }

  private async draw({ ui }: Asking, token: string, shown: Shown): Promise<Answer> {
    const { covering, version, done = false, errors = null } = shown;
    const file = await this.uploads.one(token);
    if (file === null || !isCoverable(file)) throw new NotFound();
    const props = { ui, token, file, covering, done, errors, version: version ?? file.version };
    return page(h(BlackOutUploadPage, props), {
      headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
    });
  }
}
