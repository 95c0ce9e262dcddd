import { Controller, Get, Post } from '@nestjs/common';
import { recordAddress } from '../../client/parts/address.js';
import { Clock } from '../clock/clock.js';
import { Suspensions } from '../desk/people/suspensions.js';
import { Visitors } from '../visitors/visitors.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { MemberRecordPages } from './member-record-pages.js';
import { Moved } from './passing.js';
import { doneQuery, type DoneQuery, memberPath, type MemberPath } from './path-parts.js';
import { sentSuspension, type SentSuspension } from './sent-fields.js';

/** What the team knows of a member, and does about the account. */
@Controller('desk/members/:name')
export class MemberRecordsController {
  constructor(
    private readonly drawn: MemberRecordPages, private readonly suspensions: Suspensions, private readonly visitors: Visitors,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(memberPath) { name }: MemberPath, @QueryParts(doneQuery) { done }: DoneQuery, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    if (member.name !== name) throw new Moved(recordAddress(member));
    await this.drawn.draw(asking, member, { done });
  }

  @Post('suspension')
  @ForModerators()
  async suspend(@PathParts(memberPath) { name }: MemberPath, @Fields(sentSuspension) sent: SentSuspension, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    await this.drawn.afterwards(asking, member, { form: 'suspension', written: sent }, async () => {
      const done = await this.suspensions.suspend(asking.visitor, member.id, sent, this.clock.now());
      this.visitors.forgetMember(member.id);
      return done;
    });
  }

  @Post('reinstatement')
  @ForModerators()
  async reinstate(@PathParts(memberPath) { name }: MemberPath, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    await this.drawn.afterwards(asking, member, { form: 'suspension', written: null }, () =>
      this.suspensions.reinstate(asking.visitor, member.id, this.clock.now()));
  }
}
