import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { knownReasons } from './reasons.js';
import { remarkOf } from './remark.js';
import { lockPost, putPostBack, takePostDown } from './remove-post.js';

export interface Why {
  /** A code of the list. Null is refused: a tombstone says why. */
  reason: string | null;
  remark: string;
}

/** Taking down keeps the text at the desk and leaves a tombstone; restoring puts everything back as it was. */
@Injectable()
export class Removals {
  constructor(private readonly writer: Writer) {}

  /** @throws NotFound outside of the moderator's categories, Conflict when the post is gone already. */
  takeDown(
    moderator: Visitor,
    thread: number,
    number: number,
    { reason, remark: typed }: Why,
    now: Date,
  ): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const post = await lockPost(tx, moderator, thread, number);
      if (post.gone !== null) throw new Conflict('already-gone');
      const [known] = await knownReasons(tx, reason === null ? [] : [reason]);
      if (known === undefined) throw new Invalid({ reason: 'reason-missing' });
      const remark = remarkOf(typed);
      await takePostDown(tx, post, { reason: known, remark }, now);
      return await log(
        tx,
        post.member,
        { decision: 'take-down', category: post.category, thread, number, reasons: [known], remark },
        now,
      );
    });
  }

  /** @throws NotFound as above, Conflict when the post was not taken down, or its author has erased it since. */
  restore(moderator: Visitor, thread: number, number: number, now: Date, typed = ''): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const post = await lockPost(tx, moderator, thread, number);
      if (!(await putPostBack(tx, post, now))) throw new Conflict('not-gone');
      return await log(
        tx,
        post.member,
        { decision: 'restore', category: post.category, thread, number, remark: remarkOf(typed) },
        now,
      );
    });
  }
}
