import { Controller, Post } from '@nestjs/common';
import { postAddress } from '../../../client/kit/address.js';
import { Withdrawals } from '../../reception/withdrawals.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { type Answer, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { type PostPath, postPath } from '../kit/path-parts.js';
import { sentWithdrawal } from './sent-fields.js';

/** A member takes back a post where it stands by now. */
@Controller('thread/:id/posts/:number/withdrawal')
export class WithdrawalsController {
  constructor(
    private readonly threads: Threads,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Post()
  @ForMembers()
  async create(
    @PathParts(postPath) { id, number }: PostPath,
    @Fields(sentWithdrawal) _sent: unknown,
    @Asked() { visitor, now }: Asking,
  ): Promise<Answer> {
    const at = await this.threads.for(visitor.audience).place(id, number);
    if (at === null) throw new NotFound();
    await this.withdrawals.withdrawPost(visitor, at.thread.id, at.number, now);
    return seeOther(postAddress(id, number));
  }
}
