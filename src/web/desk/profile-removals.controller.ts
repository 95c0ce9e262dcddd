import { Controller, Post } from '@nestjs/common';
import { ProfileRemovals } from '../../desk/people/profile-removals.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { MemberRecordPages } from './member-record-pages.js';
import { memberPath, type MemberPath } from '../kit/path-parts.js';
import { sentRemoval, type SentRemoval } from './sent-fields.js';

/** Taking the text of a member's page down, and putting it back. */
@Controller('desk/members/:name/profile')
export class ProfileRemovalsController {
  constructor(
    private readonly drawn: MemberRecordPages,
    private readonly removals: ProfileRemovals,
  ) {}

  @Post('removal')
  @ForModerators()
  async remove(
    @PathParts(memberPath) { name }: MemberPath,
    @Fields(sentRemoval) sent: SentRemoval,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    return this.drawn.afterwards(asking, member, { form: 'page', written: sent }, () =>
      this.removals.takeDown(asking.visitor, member.id, sent, asking.now),
    );
  }

  @Post('restoration')
  @ForModerators()
  async restore(@PathParts(memberPath) { name }: MemberPath, @Asked() asking: Asking): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    return this.drawn.afterwards(asking, member, { form: 'page', written: null }, () =>
      this.removals.restore(asking.visitor, member.id, asking.now),
    );
  }
}
