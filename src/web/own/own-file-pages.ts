import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import { OwnFilePage } from '../../../client/own/own-file-page.js';
import { NotFound } from '../../errors/errors.js';
import { typedDocument } from '../../submissions/documents/held-file.js';
import { OwnFiles } from '../../submissions/documents/own-files.js';
import type { Owner } from '../../submissions/owner.js';
import { isCoverable } from '../../uploads/must-cover.js';
import { networkOf } from '../../visitors/network.js';
import { wholeNumber, wholeNumberOrZero } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { Limits } from '../kit/limits.js';
import { orAgain } from '../kit/or-again.js';
import { coveringOf, inWords, lookedAt } from '../writing/coverings.js';
import { areasFields, NO_AREAS, readBlackOut, wordsOf } from '../writing/sent-areas.js';
import { saidFields } from '../writing/said-fields.js';

/** What the forms of one file send; each says what it is about by `action`. */
export const sentOwnFile = z.strictObject({
  action: z.enum(['look', 'title', 'move', 'remove', 'blackout'], 'wrong-value'),
  version: wholeNumberOrZero,
  ...saidFields,
  ...areasFields,
  /** With `move`: its new place, from 1. */
  to: wholeNumber.optional(),
});
export type SentOwnFile = z.infer<typeof sentOwnFile>;

interface Shown {
  sent: SentOwnFile | null;
  covering: Covering;
  errors: FormErrors | null;
}

const NOTHING: Shown = { sent: null, covering: coveringOf(NO_AREAS), errors: null };

/** The page of one file of one's own submission, for guests by its token and for members by their account. */
@Injectable()
export class OwnFilePages {
  constructor(
    private readonly files: OwnFiles,
    private readonly limits: Limits,
  ) {}

  /** `base` is the address of the submission. */
  async show(asking: Asking, owner: Owner, base: string, document: string, shown = NOTHING): Promise<Answer> {
    const { ui } = asking;
    const { sent, covering, errors } = shown;
    const file = await this.files.one(owner, document);
    if (file === null) throw new NotFound();
    const typed = sent?.action === 'title' ? sent : typedDocument(file.said);
    // Somebody was quicker: what stands here now is what is read from here on.
    const version = sent === null || errors?.problem != null ? file.version : sent.version;
    return page(
      h(OwnFilePage, {
        ...{ ui, base, file, covering, version, errors },
        coverable: isCoverable(file),
        said: typed,
      }),
      { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } },
    );
  }

  act(asking: Asking, owner: Owner, base: string, document: string, sent: SentOwnFile): Promise<Answer> {
    return orAgain(
      () => this.done(asking, owner, base, document, sent),
      (errors) =>
        this.show(asking, owner, base, document, {
          sent,
          covering: coveringOf(sent, sent.action === 'blackout'),
          errors,
        }),
    );
  }

  private async done(
    asking: Asking,
    owner: Owner,
    base: string,
    document: string,
    sent: SentOwnFile,
  ): Promise<Answer> {
    const { request, now } = asking;
    const { version, action, to = 1 } = sent;
    const [at, who] = [{ document, version }, networkOf(request.ip)];
    // Each of these starts a process, as a file that comes does.
    if (action === 'blackout' || (action === 'look' && wordsOf(sent).length > 0))
      await this.limits.take('upload', request);
    else await this.limits.take('send', request);
    if (action === 'look') {
      const covering = await lookedAt(sent, (words) => this.files.places(owner, document, words, who));
      return this.show(asking, owner, base, document, { sent, covering, errors: null });
    }
    if (action === 'blackout') await inWords(this.files.blackOut(owner, at, readBlackOut(sent), now, who));
    else if (action === 'title') await this.files.change(owner, at, { action, said: sent }, now);
    else if (action === 'move') await this.files.change(owner, at, { action, to }, now);
    else await this.files.change(owner, at, { action }, now);
    return seeOther(base);
  }
}
