import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { DocumentBlackOutPage } from '../../../client/desk/document-black-out-page.js';
import { documentAddress } from '../../../client/kit/address.js';
import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { BlackOutDocuments } from '../../desk/documents/black-out-documents.js';
import { NotFound } from '../../errors/errors.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { waitingPath } from '../kit/waiting-file-answer.js';
import { coveringOf, inWords, lookedAt } from '../writing/coverings.js';
import { areasFields, NO_AREAS, readBlackOut } from '../writing/sent-areas.js';

const path = z.object({ id: waitingPath.document });
type Path = z.infer<typeof path>;

const sentBlackOut = z.strictObject({
  action: z.enum(['look', 'blackout'], 'wrong-value').default('blackout'),
  /** The `change` of its post. */
  version: wholeNumberOrZero,
  ...areasFields,
  reason: z.string().default(''),
  remark: z.string().default(''),
  forget: z.literal('yes').optional(),
});
type SentBlackOut = z.infer<typeof sentBlackOut>;

const NOTHING: SentBlackOut = { action: 'look', version: 0, ...NO_AREAS, reason: '', remark: '' };

/** Parts of a document that everybody reads already are covered: an edit by the team. */
@Controller('desk/documents/:id/blackout')
export class DocumentBlackOutsController {
  constructor(private readonly files: BlackOutDocuments) {}

  @Get()
  @ForModerators()
  async show(@PathParts(path) { id }: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, id, NOTHING, coveringOf(NOTHING));
  }

  @Post()
  @ForModerators()
  async create(
    @PathParts(path) { id }: Path,
    @Fields(sentBlackOut) sent: SentBlackOut,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      () => this.done(asking, id, sent),
      (errors) => this.draw(asking, id, sent, coveringOf(sent, sent.action === 'blackout'), errors),
    );
  }

  private async done(asking: Asking, id: string, sent: SentBlackOut): Promise<Answer> {
    const { visitor, now } = asking;
    if (sent.action === 'look')
      return this.draw(asking, id, sent, await lookedAt(sent, (words) => this.files.places(visitor, id, words)));
    const { version, reason, remark, forget } = sent;
    const draft = { ...readBlackOut(sent), version, reason, remark, forget: forget === 'yes' };
    await inWords(this.files.blackOut(visitor, id, draft, now));
    const file = await this.files.one(visitor, id);
    return seeOther(file === null ? '/desk' : documentAddress(file));
  }

  private async draw(
    { visitor, ui }: Asking,
    id: string,
    sent: SentBlackOut,
    covering: Covering,
    errors: FormErrors | null = null,
  ): Promise<Answer> {
    const file = await this.files.one(visitor, id);
    if (file === null) throw new NotFound();
    const isStale = sent.version === 0 || errors?.problem != null;
    const written = { ...sent, version: isStale ? file.change : sent.version, forget: sent.forget === 'yes' };
    return page(h(DocumentBlackOutPage, { ui, file, covering, written, errors }), {
      headers: { 'cache-control': 'no-store' },
    });
  }
}
