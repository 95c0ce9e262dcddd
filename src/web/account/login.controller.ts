import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { LoginPage } from '../../../client/account/login-page.js';
import { SuspendedPage } from '../../../client/account/suspended-page.js';
import { logInFields } from './account-fields.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { BrowserSessions } from '../kit/browser-sessions.js';
import { backQuery } from '../kit/back.js';
import { Fields, QueryParts } from '../kit/input.js';
import { ForEveryone, ForGuests } from '../kit/marks.js';
import { PasswordGuard } from './password.guard.js';

const logInQuery = backQuery.extend({ recovered: z.literal('yes').optional().catch(undefined) });

@Controller('login')
export class LoginController {
  constructor(private readonly browserSessions: BrowserSessions) {}

  @Get()
  @ForGuests()
  form(@QueryParts(logInQuery) { back, recovered }: z.infer<typeof logInQuery>, @Asked() { ui }: Asking): Answer {
    return page(h(LoginPage, { ui, name: '', back, recovered: recovered !== undefined, errors: null }));
  }

  /** Also for members: logging in with another account ends the former session. */
  @Post()
  @ForEveryone()
  @UseGuards(PasswordGuard)
  async create(
    @Fields(logInFields) { name, back }: z.infer<typeof logInFields>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const {
      ui,
      request: { proven },
    } = asking;
    const errors = { fields: { password: 'wrong-log-in' }, problem: 'wrong-log-in' };
    if (proven === null) return page(h(LoginPage, { ui, name, back, errors }), { status: 401 });
    // Only somebody who knows the password is told of the suspension.
    if (proven.suspended !== null)
      return page(h(SuspendedPage, { ui, suspension: proven.suspended }), { status: 403 });
    const cookie = await this.browserSessions.begin(asking, proven);
    return seeOther(back === '' ? '/' : back, { cookie });
  }
}
