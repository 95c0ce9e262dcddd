import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { FileSlip } from '../../../client/writing/file-slip.js';
import { NotTaken } from '../../../client/writing/not-taken.js';
import { NotFound } from '../../errors/errors.js';
import { NOTHING_SAID } from '../../submissions/documents/typed-document.js';
import { Uploads } from '../../uploads/uploads.js';
import { type Answer, fragment } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { htmlOf } from '../kit/html-of.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { uploadPath, type UploadPath } from '../kit/path-parts.js';

/** Which of the slips of a form it is to be, and whether its cleaning is waited for. */
const slipQuery = z.object({
  prefix: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .default('files'),
  nth: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .default(1),
  wait: z.literal('yes').optional(),
});
type SlipQuery = z.infer<typeof slipQuery>;

/** What a form shows of an upload, for the script that puts it there. */
@Controller('uploads/:token/slip')
export class UploadSlipsController {
  constructor(private readonly uploads: Uploads) {}

  @Get()
  @ForEveryone()
  async show(
    @PathParts(uploadPath) { token }: UploadPath,
    @QueryParts(slipQuery) { prefix, nth, wait }: SlipQuery,
    @Asked() { ui }: Asking,
  ): Promise<Answer> {
    let upload = await this.uploads.byToken(token);
    if (upload?.state === 'unchecked' && wait === 'yes') upload = await this.uploads.looked(upload.id);
    if (upload === null || upload.state === 'arriving') throw new NotFound();
    const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
    if (upload.state === 'refused') {
      const words = ui.t.problems.fields[`file-${upload.refusal ?? 'broken'}`]?.({}) ?? '';
      return fragment(htmlOf(h(NotTaken, { ui, words })), { headers });
    }
    const held = { upload: token, ...NOTHING_SAID, file: upload };
    return fragment(htmlOf(h(FileSlip, { ui, held, at: nth - 1, errors: null, prefix })), { headers });
  }
}
