import { Body, Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { RecoveryPage } from '../../../client/account/recovery-page.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { Credentials } from '../../members/credentials.js';
import { nameKey } from '../../members/name-key.js';
import { Visitors } from '../../visitors/visitors.js';
import { recoveryFields } from './account-fields.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { parseFields } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { typedIn } from '../kit/typed-in.js';

/** A wrong pair is one error above the form, which does not tell which of the two is wrong. */
const said = (errors: FormErrors): FormErrors =>
  errors.fields['code'] === 'wrong-code' ? { ...errors, problem: 'wrong-code' } : errors;

@Controller('recovery')
export class RecoveryController {
  constructor(
    private readonly credentials: Credentials,
    private readonly visitors: Visitors,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForEveryone()
  form(@Asked() { ui }: Asking): Answer {
    return page(h(RecoveryPage, { ui, name: '', errors: null }));
  }

  @Post()
  @ForEveryone()
  create(@Body() body: unknown, @Asked() { request, ui }: Asking): Promise<Answer> {
    return orTypedAgain(
      async () => {
        const { name, code, password } = parseFields(recoveryFields, body);
        await this.limits.take('recovery', request);
        await this.limits.takeName('recovery', nameKey(name));
        this.visitors.forgetMember(await this.credentials.recover(name, code, password));
        return seeOther('/login?recovered=yes');
      },
      (errors) => page(h(RecoveryPage, { ui, name: typedIn(body, 'name').name, errors: said(errors) })),
    );
  }
}
