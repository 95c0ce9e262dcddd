import { Controller, Get, Post } from '@nestjs/common';
import { Appeals } from '../../desk/appeals/appeals.js';
import { Withdrawals } from '../../reception/withdrawals.js';
import { Corrections } from '../../submissions/corrections.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { withFacts } from '../writing/facts-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { FollowedPages } from './followed-pages.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { submissionPath, type SubmissionPath } from '../kit/path-parts.js';
import { sentAppeal, type SentAppeal, sentCorrection, type SentCorrection, sentWithdrawal } from './sent-fields.js';

/** One of a member's own: what a guest does on their follow page, a member does here. */
@Controller('me/submissions/:id')
export class MySubmissionController {
  constructor(
    private readonly drawn: FollowedPages,
    private readonly corrections: Corrections,
    private readonly withdrawals: Withdrawals,
    private readonly appeals: Appeals,
  ) {}

  @Get()
  @ForMembers()
  async show(@PathParts(submissionPath) { id }: SubmissionPath, @Asked() asking: Asking): Promise<Answer> {
    return this.drawn.show(asking, { author: asking.visitor, id });
  }

  @Post('correction')
  @TakesFiles()
  @ForMembers()
  async correct(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentCorrection) fields: SentCorrection,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const owner = { author: asking.visitor, id };
    const sent = withFacts(fields);
    return this.drawn.afterwards(asking, owner, sent, async (language, refused) => {
      const correction = { ...sent, title: sent.title ?? null, language, refused };
      await this.corrections.correct(owner, correction, asking.now);
      return owner;
    });
  }

  @Post('withdrawal')
  @ForMembers()
  async withdraw(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentWithdrawal) _sent: unknown,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const owner = { author: asking.visitor, id };
    return this.drawn.afterwards(asking, owner, null, async () => {
      await this.withdrawals.withdraw(owner, asking.now);
      return owner;
    });
  }

  @Post('appeal')
  @ForMembers()
  async appeal(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentAppeal) sent: SentAppeal,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const owner = { author: asking.visitor, id };
    return this.drawn.afterwards(asking, owner, sent, async (language) => {
      await this.appeals.appeal(owner, { ...sent, language }, asking.now);
      return owner;
    });
  }
}
