import { Controller, Get, Post } from '@nestjs/common';
import { recordAddress } from '../../../client/kit/address.js';
import { Suspensions } from '../../desk/people/suspensions.js';
import { Visitors } from '../../visitors/visitors.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { MemberRecordPages } from './member-record-pages.js';
import { Moved } from '../kit/passing.js';
import { doneQuery, type DoneQuery, memberPath, type MemberPath } from '../kit/path-parts.js';
import { sentSuspension, type SentSuspension } from './sent-fields.js';

/** What the team knows of a member, and does about the account. */
@Controller('desk/members/:name')
export class MemberRecordsController {
  constructor(
    private readonly drawn: MemberRecordPages,
    private readonly suspensions: Suspensions,
    private readonly visitors: Visitors,
  ) {}

  @Get()
  @ForModerators()
  async show(
    @PathParts(memberPath) { name }: MemberPath,
    @QueryParts(doneQuery) { done }: DoneQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    if (member.name !== name) throw new Moved(recordAddress(member));
    return this.drawn.draw(asking, member, { done });
  }

  @Post('suspension')
  @ForModerators()
  async suspend(
    @PathParts(memberPath) { name }: MemberPath,
    @Fields(sentSuspension) sent: SentSuspension,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    return this.drawn.afterwards(asking, member, { form: 'suspension', written: sent }, async () => {
      const done = await this.suspensions.suspend(asking.visitor, member.id, sent, asking.now);
      this.visitors.forgetMember(member.id);
      return done;
    });
  }

  @Post('reinstatement')
  @ForModerators()
  async reinstate(@PathParts(memberPath) { name }: MemberPath, @Asked() asking: Asking): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    return this.drawn.afterwards(asking, member, { form: 'suspension', written: null }, () =>
      this.suspensions.reinstate(asking.visitor, member.id, asking.now),
    );
  }
}
