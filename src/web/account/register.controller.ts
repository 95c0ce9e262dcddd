import { Body, Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import type { z } from 'zod';
import { RecoveryCodesPage } from '../../../client/kit/recovery-codes-page.js';
import { RegisterPage } from '../../../client/account/register-page.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { Accounts } from '../../members/accounts.js';
import { registerFields } from './account-fields.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { BrowserSessions } from '../kit/browser-sessions.js';
import { backPath, backQuery } from '../kit/back.js';
import { parseFields, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForGuests } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { typedIn } from '../kit/typed-in.js';

@Controller('register')
export class RegisterController {
  constructor(
    private readonly accounts: Accounts,
    private readonly browserSessions: BrowserSessions,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForGuests()
  form(@QueryParts(backQuery) { back }: z.infer<typeof backQuery>, @Asked() asking: Asking): Answer {
    return form(asking, { name: '', email: '', back }, null);
  }

  @Post()
  @ForGuests()
  create(@Body() body: unknown, @Asked() asking: Asking): Promise<Answer> {
    return orTypedAgain(
      async () => {
        const fields = parseFields(registerFields, body);
        await this.limits.take('register', asking.request);
        const letterWait = fields.email === '' ? 0 : await this.limits.letterWait(asking.request);
        const { codes, ...member } = await this.accounts.register({ ...fields, letterWait }, asking.now);
        const cookie = await this.browserSessions.begin(asking, member);
        // The codes are shown by the answer itself: a page with an address could be asked for again.
        return page(h(RecoveryCodesPage, { ui: asking.ui, codes, next: fields.back === '' ? '/' : fields.back }), {
          cookie,
        });
      },
      (errors) => form(asking, typedIn(body, 'name', 'email', 'back'), errors),
    );
  }
}

function form({ ui }: Asking, typed: Record<'name' | 'email' | 'back', string>, errors: FormErrors | null): Answer {
  return page(h(RegisterPage, { ui, written: typed, back: backPath(typed.back), errors }));
}
