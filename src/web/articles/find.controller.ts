import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { FindPage } from '../../../client/articles/find-page.js';
import { Invalid } from '../../errors/errors.js';
import { RegistrationCodes } from '../../registrations/registration-codes.js';
import { FollowCodes } from '../../submissions/follow-codes.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

const sentCode = z.strictObject({ code: z.string().max(200).default('') });

/**
 * A follow page, or the page of a registration, by its short code. Tries are as rare as those for a forgotten
 * password, for a code can be guessed at.
 */
@Controller('follow')
export class FindController {
  constructor(
    private readonly codes: FollowCodes,
    private readonly registrations: RegistrationCodes,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForEveryone()
  show(@Asked() { ui }: Asking): Answer {
    return page(h(FindPage, { ui, code: '', errors: null }));
  }

  @Post()
  @ForEveryone()
  find(@Fields(sentCode) { code }: z.infer<typeof sentCode>, @Asked() { request, ui }: Asking): Promise<Answer> {
    return orAgain(
      async () => {
        await this.limits.take('recovery', request);
        const token = await this.codes.open(code);
        if (token !== null) return seeOther(`/follow/${token}`);
        const registration = await this.registrations.open(code);
        if (registration === null) throw new Invalid({ code: 'code-unknown' });
        return seeOther(`/registration/${registration}`);
      },
      (errors) => page(h(FindPage, { ui, code, errors })),
    );
  }
}
