import { Injectable } from '@nestjs/common';
import type { Queries } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict } from '../../errors/errors.js';
import { type Decided, log } from '../../publishing/log.js';
import { AFTER, BEFORE } from '../../screening/while-it-runs.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThread } from '../moving/lock-thread.js';
import { putDuring, standingDuring } from './put-during.js';

/** A date of a workshop for which it is said, or may be: from when and until when known members are not held. */
export interface During {
  date: string;
  from: Date;
  until: Date;
  /** Whether it is said already. */
  said: boolean;
}

/** The date that runs, or the next one; one that is over for less than an hour only where no other comes. */
const NEXT = `select d.id, d.starts_at as "startsAt", d.ends_at as "endsAt" from workshop_date d
  where d.thread_id = $1 and d.state <> 'cancelled' and d.ends_at > $2
  order by d.ends_at <= $3, d.starts_at, d.id limit 1`;

/** While a workshop runs, what known members ask and answer in its thread may appear without a decision. */
@Injectable()
export class Durings {
  constructor(private readonly writer: Writer) {}

  /**
   * `members`: whether known members are not held while the next date runs. @returns null where it is so already: a
   * form that is sent twice does nothing twice. @throws NotFound outside of the moderator's categories, Conflict
   * `no-date-comes` for a thread without a date that runs or comes.
   */
  set(moderator: Visitor, thread: number, members: boolean, now: Date): Promise<Decided | null> {
    return this.writer.transaction(async (tx) => {
      const locked = await lockThread(tx, moderator, thread);
      const [before, next] = [await standingDuring(tx, thread), await this.next(tx, thread, now)];
      if (members && next === null) throw new Conflict('no-date-comes');
      const date = members ? (next?.date ?? null) : null;
      if ((before?.date ?? null) === date) return null;
      const during = await putDuring(tx, locked, date);
      const detail = { during, ...(before !== null && { before: before.id }) };
      const decision = members ? 'during' : 'not-during';
      return await log(tx, locked.member, { decision, category: locked.category, thread, detail }, now);
    });
  }

  /** Null for a thread without a date that runs or comes. */
  of(thread: number, now: Date): Promise<During | null> {
    return this.next(this.writer, thread, now);
  }

  private async next(from: Queries, thread: number, now: Date): Promise<During | null> {
    const [row] = await from.query<{ id: string; startsAt: Date; endsAt: Date }>(NEXT, [
      thread,
      new Date(now.getTime() - AFTER),
      now,
    ]);
    if (row === undefined) return null;
    return {
      date: row.id,
      from: new Date(row.startsAt.getTime() - BEFORE),
      until: new Date(row.endsAt.getTime() + AFTER),
      said: (await standingDuring(from, thread))?.date === row.id,
    };
  }
}
