import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { BlackOutPage } from '../../../client/desk/black-out-page.js';
import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import type { FileOfCard } from '../../desk/documents/card-file.js';
import { CardFiles } from '../../desk/documents/card-files.js';
import { NotFound } from '../../errors/errors.js';
import { typedDocument } from '../../submissions/documents/held-file.js';
import type { FileChange } from '../../submissions/documents/change-list.js';
import { isCoverable } from '../../uploads/must-cover.js';
import { wholeNumber, wholeNumberOrZero } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { submissionPath } from '../kit/path-parts.js';
import { waitingPath } from '../kit/waiting-file-answer.js';
import { coveringOf, inWords, lookedAt } from '../writing/coverings.js';
import { NO_SAID, saidFields } from '../writing/said-fields.js';
import { areasFields, NO_AREAS, readBlackOut } from '../writing/sent-areas.js';

const path = z.object({ ...submissionPath.shape, ...waitingPath });
type Path = z.infer<typeof path>;

const sentBlackOut = z.strictObject({
  action: z.enum(['look', 'blackout', 'former', 'title', 'move', 'remove'], 'wrong-value'),
  version: wholeNumberOrZero,
  ...saidFields,
  ...areasFields,
  /** With `move`: its new place, from 1. */
  to: wholeNumber.optional(),
  forget: z.literal('yes').optional(),
});
type SentBlackOut = z.infer<typeof sentBlackOut>;

const NOTHING: SentBlackOut = { action: 'look', version: 0, ...NO_AREAS, ...NO_SAID };

/**
 * One file of what waits: « Caviarder » covers parts of it before anybody else sees it; its title, its place, and that
 * it goes.
 */
@Controller('desk/submissions/:id/documents/:document')
export class BlackOutsController {
  constructor(private readonly files: CardFiles) {}

  @Get()
  @ForModerators()
  async show(@PathParts(path) at: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, at, NOTHING, coveringOf(NOTHING));
  }

  @Post()
  @ForModerators()
  async create(
    @PathParts(path) at: Path,
    @Fields(sentBlackOut) sent: SentBlackOut,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      () => this.done(asking, at, sent),
      (errors) => this.draw(asking, at, sent, coveringOf(sent, sent.action === 'blackout'), errors),
    );
  }

  private async done(asking: Asking, at: Path, sent: SentBlackOut): Promise<Answer> {
    const { visitor, now } = asking;
    const [card, { version }] = [fileOf(at), sent];
    if (sent.action === 'look')
      return this.draw(asking, at, sent, await lookedAt(sent, (words) => this.files.places(visitor, card, words)));
    if (sent.action === 'former') await this.files.putBack(visitor, { ...card, version }, now);
    else if (sent.action !== 'blackout') await this.files.change(visitor, { ...card, version }, changeOf(sent), now);
    else {
      const draft = { ...readBlackOut(sent), version, forget: sent.forget === 'yes' };
      await inWords(this.files.blackOut(visitor, card, draft, now));
    }
    return seeOther(`/desk/submissions/${at.id}`);
  }

  private async draw(
    { visitor, ui }: Asking,
    at: Path,
    sent: SentBlackOut,
    covering: Covering,
    errors: FormErrors | null = null,
  ): Promise<Answer> {
    const file = await this.files.one(visitor, fileOf(at));
    if (file === null) throw new NotFound();
    return page(
      h(BlackOutPage, {
        ui,
        ...{ submission: at.id, document: at.document, file, covering, errors },
        said: sent.action === 'title' ? sent : typedDocument(file.said),
        coverable: isCoverable(file),
        version: sent.version === 0 ? file.version : sent.version,
        forget: sent.forget === 'yes',
      }),
      { headers: { 'cache-control': 'no-store' } },
    );
  }
}

function fileOf({ id, document }: Path): FileOfCard {
  return { submission: id, document };
}

function changeOf({ action, to = 1, ...said }: SentBlackOut): FileChange {
  if (action === 'title') return { action, said };
  return action === 'move' ? { action, to } : { action: 'remove' };
}
