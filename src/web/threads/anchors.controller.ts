import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { threadAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { wholeNumber } from '../kit/address-parts.js';
import { type Answer, found } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';

const path = z.strictObject({ id: wholeNumber, anchor: z.string().regex(/^forum\d{1,12}$/) });

@Controller('thread/:id/anchors/:anchor')
export class AnchorsController {
  constructor(private readonly threads: Threads) {}

  /**
   * Leads to the message that had this anchor where it came from. To its own anchor and not to that one, so that a
   * page that asks here for what it does not hold is never led back to ask again.
   */
  @Get()
  @ForEveryone()
  async lead(@PathParts(path) { id, anchor }: z.infer<typeof path>, @Asked() { visitor }: Asking): Promise<Answer> {
    const threads = this.threads.for(visitor.audience);
    const thread = await threads.thread(id);
    const number = thread === null ? null : await threads.numberOf(thread, anchor);
    const at = thread === null || number === null ? null : await threads.place(thread.id, number);
    if (at === null) throw new NotFound();
    return found(`${threadAddress(at.thread, await threads.pageOf(at.thread, at.number))}#post-${at.number}`);
  }
}
