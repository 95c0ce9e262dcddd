import { Controller, Post } from '@nestjs/common';
import { postAddress } from '../../client/parts/address.js';
import { Clock } from '../clock/clock.js';
import { Withdrawals } from '../desk/withdrawals.js';
import { NotFound } from '../errors/errors.js';
import { Threads } from '../threads/threads.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForMembers } from './marks.js';
import { type PostPath, postPath } from './path-parts.js';
import { sentWithdrawal } from './sent-fields.js';

/** A member takes back a post where it stands by now. */
@Controller('thread/:id/posts/:number/withdrawal')
export class WithdrawalsController {
  constructor(private readonly threads: Threads, private readonly withdrawals: Withdrawals, private readonly clock: Clock) {}

  @Post()
  @ForMembers()
  async create(@PathParts(postPath) { id, number }: PostPath, @Fields(sentWithdrawal) _sent: unknown, @Asked() { visitor, reply }: Asking): Promise<void> {
    const at = await this.threads.for(visitor.audience).place(id, number);
    if (at === null) throw new NotFound();
    await this.withdrawals.withdrawPost(visitor, at.thread.id, at.number, this.clock.now());
    await reply.redirect(postAddress(id, number), 303);
  }
}
