import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { MePage } from '../../client/pages/me-page.js';
import { Clock } from '../clock/clock.js';
import { NotFound } from '../errors/errors.js';
import { Accounts } from '../members/accounts.js';
import { nameKey } from '../members/name-key.js';
import { Sessions } from '../members/sessions.js';
import { Threads } from '../threads/threads.js';
import { Visitor, type Identity } from '../visitors/visitor.js';
import { Visitors } from '../visitors/visitors.js';
import { CurrentVisitor } from './current-visitor.js';
import { Fields, QueryParts } from './input.js';
import { ForMembers } from './marks.js';
import { Pages } from './pages.js';

const savedQuery = z.object({ saved: z.literal('yes').optional() });
const languageFields = z.strictObject({ language: z.enum(['', 'fr', 'en']) });

@Controller('me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly pages: Pages,
    private readonly threads: Threads,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForMembers()
  async show(
    @QueryParts(savedQuery) { saved }: z.infer<typeof savedQuery>, @CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, name, role, language } = memberOf(visitor);
    const [own, open, published] = await Promise.all([
      this.accounts.own(id), this.sessions.of(id, this.clock.now()), this.threads.for('everyone').byMember(nameKey(name)),
    ]);
    if (own === null) throw new NotFound();
    const sessions = open.map(({ session, ...times }) => ({ ...times, current: session === visitor.session }));
    sessions.sort((a, b) => Number(b.current) - Number(a.current));
    const member = { ...own, name, role, language, published: published !== null };
    const ui = this.pages.ui(visitor, reply.request);
    await this.pages.send(reply, h(MePage, { ui, member, sessions, saved: saved !== undefined }));
  }

  @Post()
  @ForMembers()
  async update(
    @Fields(languageFields) { language }: z.infer<typeof languageFields>, @CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id } = memberOf(visitor);
    await this.accounts.chooseLanguage(id, language === '' ? null : language);
    this.visitors.forgetMember(id);
    await reply.redirect('/me?saved=yes', 303);
  }

  /** Ends the member's other sessions. */
  @Post('sessions')
  @ForMembers()
  async endOthers(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    const { id } = memberOf(visitor);
    await this.sessions.endOthers(id, visitor.session);
    this.visitors.forgetMember(id);
    await reply.redirect('/me?saved=yes', 303);
  }
}

function memberOf({ member }: Visitor): Identity {
  if (member === null) throw new NotFound();
  return member;
}
