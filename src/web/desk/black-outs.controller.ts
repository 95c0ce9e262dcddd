import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { BlackOutPage } from '../../../client/desk/black-out-page.js';
import type { Covering } from '../../../client/kit/documents/black-out-form.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { BlackOutFiles } from '../../desk/documents/black-out-files.js';
import type { FileOfCard } from '../../desk/documents/coverable-file.js';
import { NotFound } from '../../errors/errors.js';
import { wholeNumberOrZero } from '../kit/address-parts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { submissionPath } from '../kit/path-parts.js';
import { waitingPath } from '../kit/waiting-file-answer.js';
import { coveringOf, inWords, lookedAt } from '../writing/coverings.js';
import { areasFields, NO_AREAS, readBlackOut } from '../writing/sent-areas.js';

const path = z.object({ ...submissionPath.shape, ...waitingPath });
type Path = z.infer<typeof path>;

const sentBlackOut = z.strictObject({
  action: z.enum(['look', 'blackout', 'former']),
  version: wholeNumberOrZero,
  ...areasFields,
  forget: z.literal('yes').optional(),
});
type SentBlackOut = z.infer<typeof sentBlackOut>;

const NOTHING: SentBlackOut = { action: 'look', version: 0, ...NO_AREAS };

/** « Caviarder »: parts of a file that waits are covered, before anybody else sees it. */
@Controller('desk/submissions/:id/documents/:document')
export class BlackOutsController {
  constructor(private readonly files: BlackOutFiles) {}

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
