import { Controller, Post } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { ProfileRemovals } from '../desk/people/profile-removals.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { MemberRecordPages } from './member-record-pages.js';
import { memberPath, type MemberPath } from './path-parts.js';
import { sentRemoval, type SentRemoval } from './sent-fields.js';

/** Taking the text of a member's page down, and putting it back. */
@Controller('desk/members/:name/profile')
export class ProfileRemovalsController {
  constructor(private readonly drawn: MemberRecordPages, private readonly removals: ProfileRemovals, private readonly clock: Clock) {}

  @Post('removal')
  @ForModerators()
  async remove(@PathParts(memberPath) { name }: MemberPath, @Fields(sentRemoval) sent: SentRemoval, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    await this.drawn.afterwards(asking, member, { form: 'page', written: sent }, () =>
      this.removals.takeDown(asking.visitor, member.id, sent, this.clock.now()));
  }

  @Post('restoration')
  @ForModerators()
  async restore(@PathParts(memberPath) { name }: MemberPath, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    await this.drawn.afterwards(asking, member, { form: 'page', written: null }, () =>
      this.removals.restore(asking.visitor, member.id, this.clock.now()));
  }
}
