import { Controller, Get, Post } from '@nestjs/common';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { TakesFiles } from '../writing/takes-files.js';
import { FollowedActs } from './followed-acts.js';
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
    private readonly acts: FollowedActs,
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
    return this.acts.correct(asking, { author: asking.visitor, id }, fields);
  }

  @Post('withdrawal')
  @ForMembers()
  async withdraw(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentWithdrawal) _sent: unknown,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.acts.withdraw(asking, { author: asking.visitor, id });
  }

  @Post('appeal')
  @ForMembers()
  async appeal(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentAppeal) sent: SentAppeal,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.acts.appeal(asking, { author: asking.visitor, id }, sent);
  }
}
