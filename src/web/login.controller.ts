import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { LoginPage } from '../../client/pages/login-page.js';
import { SuspendedPage } from '../../client/pages/suspended-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import type { Suspension } from '../members/suspension.js';
import { Visitor } from '../visitors/visitor.js';
import { logInFields } from './account-fields.js';
import { BrowserSessions } from './browser-sessions.js';
import { backQuery } from './back.js';
import { CurrentVisitor } from './current-visitor.js';
import { Fields, QueryParts } from './input.js';
import { ForEveryone, ForGuests } from './marks.js';
import { Pages } from './pages.js';
import { PasswordGuard } from './password.guard.js';

const logInQuery = backQuery.extend({ recovered: z.literal('yes').optional().catch(undefined) });

@Controller('login')
export class LoginController {
  constructor(private readonly pages: Pages, private readonly browserSessions: BrowserSessions) {}

  @Get()
  @ForGuests()
  async form(
    @QueryParts(logInQuery) { back, recovered }: z.infer<typeof logInQuery>, @CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(reply, visitor, { name: '', back, recovered: recovered !== undefined }, null);
  }

  /** Also for members: whoever logs in as somebody else leaves the former session for good. */
  @Post()
  @ForEveryone()
  @UseGuards(PasswordGuard)
  async create(
    @Fields(logInFields) { name, back }: z.infer<typeof logInFields>, @CurrentVisitor() visitor: Visitor,
    @Req() { proven }: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    if (proven === null) return this.show(reply, visitor, { name, back }, { fields: { password: 'wrong-log-in' } });
    if (proven.suspended !== null) return this.sayUntilWhen(reply, visitor, proven.suspended);
    await this.browserSessions.begin(reply, proven);
    await reply.redirect(back === '' ? '/' : back, 303);
  }

  /** Only who knows the password learns of it. */
  private async sayUntilWhen(reply: FastifyReply, visitor: Visitor, suspension: Suspension): Promise<void> {
    await this.pages.send(reply, h(SuspendedPage, { ui: this.pages.ui(visitor, reply.request), suspension }), { status: 403 });
  }

  private async show(reply: FastifyReply, visitor: Visitor, typed: { name: string; back: string; recovered?: boolean }, errors: FormErrors | null): Promise<void> {
    const ui = this.pages.ui(visitor, reply.request);
    await this.pages.send(reply, h(LoginPage, { ui, ...typed, errors }), { status: errors === null ? 200 : 401 });
  }
}
