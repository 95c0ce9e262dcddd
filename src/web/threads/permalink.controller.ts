import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { threadAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { wholeNumber } from '../kit/address-parts.js';
import { stillDone } from '../kit/done.js';
import { type Answer, found } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';

const path = z.strictObject({ id: wholeNumber, number: wholeNumber });

@Controller('thread/:id/posts/:number')
export class PermalinkController {
  constructor(private readonly threads: Threads) {}

  /**
   * Leads to the page on which a post is today; its number never changes, and after a move the old number leads to the
   * new place.
   */
  @Get()
  @ForEveryone()
  async lead(
    @PathParts(path) { id, number }: z.infer<typeof path>,
    @Asked() { visitor, request }: Asking,
  ): Promise<Answer> {
    const threads = this.threads.for(visitor.audience);
    const at = await threads.place(id, number);
    if (at === null) throw new NotFound();
    const page = threadAddress(at.thread, await threads.pageOf(at.thread, at.number));
    return found(`${stillDone(page, request)}#post-${at.number}`);
  }
}
