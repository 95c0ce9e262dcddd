import { Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Appeals } from '../desk/appeals/appeals.js';
import { Withdrawals } from '../desk/withdrawals.js';
import { Corrections } from '../submissions/corrections.js';
import { Asked, type Asking } from './asking.js';
import { FollowedPages } from './followed-pages.js';
import { Fields, PathParts } from './input.js';
import { ForMembers } from './marks.js';
import { submissionPath, type SubmissionPath } from './path-parts.js';
import { sentAppeal, type SentAppeal, sentCorrection, type SentCorrection, sentWithdrawal } from './sent-fields.js';

/** One of a member's own: what a guest does on their follow page, a member does here. */
@Controller('me/submissions/:id')
export class MySubmissionController {
  constructor(
    private readonly drawn: FollowedPages, private readonly corrections: Corrections, private readonly withdrawals: Withdrawals,
    private readonly appeals: Appeals, private readonly clock: Clock,
  ) {}

  @Get()
  @ForMembers()
  async show(@PathParts(submissionPath) { id }: SubmissionPath, @Asked() asking: Asking): Promise<void> {
    await this.drawn.show(asking, { author: asking.visitor, id });
  }

  @Post('correction')
  @ForMembers()
  async correct(@PathParts(submissionPath) { id }: SubmissionPath, @Fields(sentCorrection) sent: SentCorrection, @Asked() asking: Asking): Promise<void> {
    const owner = { author: asking.visitor, id };
    await this.drawn.afterwards(asking, owner, sent, async (language) => {
      await this.corrections.correct(owner, { ...sent, title: sent.title ?? null, language }, this.clock.now());
      return owner;
    });
  }

  @Post('withdrawal')
  @ForMembers()
  async withdraw(@PathParts(submissionPath) { id }: SubmissionPath, @Fields(sentWithdrawal) _sent: unknown, @Asked() asking: Asking): Promise<void> {
    const owner = { author: asking.visitor, id };
    await this.drawn.afterwards(asking, owner, null, async () => {
      await this.withdrawals.withdraw(owner, this.clock.now());
      return owner;
    });
  }

  @Post('appeal')
  @ForMembers()
  async appeal(@PathParts(submissionPath) { id }: SubmissionPath, @Fields(sentAppeal) sent: SentAppeal, @Asked() asking: Asking): Promise<void> {
    const owner = { author: asking.visitor, id };
    await this.drawn.afterwards(asking, owner, sent, async (language) => {
      await this.appeals.appeal(owner, { ...sent, language }, this.clock.now());
      return owner;
    });
  }
}
