import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { wholeNumber, wholeNumberOrZero } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { Uncounted } from '../kit/uncounted.js';
import { Sinces } from './sinces.js';

const path = z.strictObject({ id: wholeNumber });
const query = z.strictObject({ after: wholeNumberOrZero.default(0), changes: wholeNumberOrZero.optional() });

@Controller('thread/:id/posts')
export class PostsSinceController {
  constructor(
    private readonly sinces: Sinces,
    private readonly limits: Limits,
  ) {}

  /**
   * What an open page missed: fragments as the page itself has them. `Palabre-Changes` is the change to ask from next
   * time; without `changes` only what is new is given.
   */
  @Get()
  @ForEveryone()
  @Uncounted()
  async show(
    @PathParts(path) { id }: z.infer<typeof path>,
    @QueryParts(query) { after, changes }: z.infer<typeof query>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    await this.limits.take('catchUp', asking.request);
    return this.sinces.answer(asking, { thread: id, after, changes });
  }
}
