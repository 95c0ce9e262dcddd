import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import type { z } from 'zod';
import { RecoveryCodesPage } from '../../client/pages/recovery-codes-page.js';
import { RegisterPage } from '../../client/pages/register-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { Clock } from '../clock/clock.js';
import { Accounts } from '../members/accounts.js';
import { Visitor } from '../visitors/visitor.js';
import { registerFields } from './account-fields.js';
import { BrowserSessions } from './browser-sessions.js';
import { backPath, backQuery } from './back.js';
import { CurrentVisitor } from './current-visitor.js';
import { parseFields, QueryParts } from './input.js';
import { Limits } from './limits.js';
import { ForGuests } from './marks.js';
import { Pages } from './pages.js';
import { typedAgain, typedIn } from './typed-again.js';

@Controller('register')
export class RegisterController {
  constructor(
    private readonly accounts: Accounts,
    private readonly browserSessions: BrowserSessions,
    private readonly limits: Limits,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForGuests()
  async form(@QueryParts(backQuery) { back }: z.infer<typeof backQuery>, @CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    await this.show(reply, visitor, { name: '', email: '', back }, null);
  }

  @Post()
  @ForGuests()
  create(@Body() body: unknown, @CurrentVisitor() visitor: Visitor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const register = async (): Promise<void> => {
      const fields = parseFields(registerFields, body);
      await this.limits.take('register', request);
      const { codes, ...member } = await this.accounts.register(fields, this.clock.now());
      await this.browserSessions.begin(reply, member);
      // The codes are shown by the answer itself: a page with an address could be asked for again.
      const ui = this.pages.ui(request.visitor ?? visitor, request);
      await this.pages.send(reply, h(RecoveryCodesPage, { ui, codes, next: fields.back === '' ? '/' : fields.back }));
    };
    return typedAgain(register, (errors) => this.show(reply, visitor, typedIn(body, 'name', 'email', 'back'), errors));
  }

  private async show(reply: FastifyReply, visitor: Visitor, typed: Record<'name' | 'email' | 'back', string>, errors: FormErrors | null): Promise<void> {
    const ui = this.pages.ui(visitor, reply.request);
    const page = h(RegisterPage, { ui, written: typed, back: backPath(typed.back), errors });
    await this.pages.send(reply, page, { status: errors === null ? 200 : 422 });
  }
}
