import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { MePage } from '../../../client/account/me-page.js';
import { NotFound } from '../../errors/errors.js';
import { Accounts } from '../../members/accounts.js';
import { nameKey } from '../../members/name-key.js';
import { Sessions } from '../../members/sessions.js';
import { Threads } from '../../threads/threads.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { Visitors } from '../../visitors/visitors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, QueryParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';

const savedQuery = z.object({ saved: z.literal('yes').optional() });
const languageFields = z.strictObject({ language: z.enum(['', 'fr', 'en']) });

@Controller('me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly threads: Threads,
  ) {}

  @Get()
  @ForMembers()
  async show(
    @QueryParts(savedQuery) { saved }: z.infer<typeof savedQuery>,
    @Asked() { visitor, ui, now }: Asking,
  ): Promise<Answer> {
    const { id, name, role, language } = memberOf(visitor);
    const [own, open, published] = await Promise.all([
      this.accounts.own(id),
      this.sessions.of(id, now),
      this.threads.for('everyone').byMember(nameKey(name)),
    ]);
    if (own === null) throw new NotFound();
    const sessions = open.map(({ session, ...times }) => ({ ...times, current: session === visitor.session }));
    sessions.sort((a, b) => Number(b.current) - Number(a.current));
    const member = { ...own, name, role, language, published: published !== null };
    return page(h(MePage, { ui, member, sessions, saved: saved !== undefined }));
  }

  @Post()
  @ForMembers()
  async update(
    @Fields(languageFields) { language }: z.infer<typeof languageFields>,
    @Asked() { visitor }: Asking,
  ): Promise<Answer> {
    const { id } = memberOf(visitor);
    await this.accounts.chooseLanguage(id, language === '' ? null : language);
    this.visitors.forgetMember(id);
    return seeOther('/me?saved=yes');
  }

  /** Ends the member's other sessions. */
  @Post('sessions')
  @ForMembers()
  async endOthers(@Asked() { visitor }: Asking): Promise<Answer> {
    const { id } = memberOf(visitor);
    await this.sessions.endOthers(id, visitor.session);
    this.visitors.forgetMember(id);
    return seeOther('/me?saved=yes');
  }
}

function memberOf({ member }: Visitor): Identity {
  if (member === null) throw new NotFound();
  return member;
}
