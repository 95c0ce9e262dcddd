import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { FindPage } from '../../client/pages/find-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { Invalid } from '../errors/errors.js';
import { FollowCodes } from '../submissions/follow-codes.js';
import { Asked, type Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Fields } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';

const sentCode = z.strictObject({ code: z.string().max(200).default('') });

/** A follow page by its short code. Tries are as rare as those for a forgotten password, for a code can be guessed at. */
@Controller('follow')
export class FindController {
  constructor(private readonly codes: FollowCodes, private readonly limits: Limits, private readonly pages: Pages) {}

  @Get()
  @ForEveryone()
  async show(@Asked() asking: Asking): Promise<void> {
    await this.draw(asking, '', null, 200);
  }

  @Post()
  @ForEveryone()
  async find(@Fields(sentCode) { code }: z.infer<typeof sentCode>, @Asked() asking: Asking): Promise<void> {
    try {
      await this.limits.take('recovery', asking.request);
      const token = await this.codes.open(code);
      if (token === null) throw new Invalid({ code: 'code-unknown' });
      await asking.reply.redirect(`/follow/${token}`, 303);
    } catch (error) {
      const { status, errors, wait } = formProblem(error);
      if (wait !== null) void asking.reply.header('retry-after', String(wait));
      await this.draw(asking, code, errors, status);
    }
  }

  private async draw({ visitor, request, reply }: Asking, code: string, errors: FormErrors | null, status: number): Promise<void> {
    await this.pages.send(reply, h(FindPage, { ui: this.pages.ui(visitor, request), code, errors }), { status });
  }
}
