import { Injectable } from '@nestjs/common';
import { isDay } from '../../clock/day.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors/errors.js';
import { lockMember, type LockedMember } from '../../members/lock-member.js';
import { reinstateAccount, suspendAccount } from '../../members/suspension.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { type Decided, log } from '../../publishing/log.js';
import { remarkOf } from '../decisions/remark.js';

const DAY = 86_400_000;
/** Lengths to choose from, in milliseconds; `date` needs one, and `forever` has no end. */
export const LENGTHS = { day: DAY, week: 7 * DAY, month: 30 * DAY, date: null, forever: null } as const;
export type Length = keyof typeof LENGTHS;

export interface SuspensionDraft {
  length: Length;
  /** The last day of it, `2026-11-30` in the site's time zone; only asked for with `date`. */
  day: string;
  /** What the member is told. */
  why: string;
}

/** Suspends a member for a time, openly: they are told until when and why, and the log says who did it. */
@Injectable()
export class Suspensions {
  constructor(private readonly writer: Writer) {}

  /**
   * Ends all sessions. What they sent stays, and stays at the desk. @throws NotFound, Forbidden for a member whom this
   * moderator may not suspend, Invalid without words or with a day that is over, Conflict for one who is suspended
   * already or is the last administrator.
   */
  suspend(moderator: Visitor, member: number, draft: SuspensionDraft, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const [by, target] = await locked(tx, moderator, member, now);
      if (target.suspended !== null) throw new Conflict('suspended-already');
      target.mayLeave();
      const why = remarkOf(draft.why, 'why');
      if (why === null) throw new Invalid({ why: 'required' });
      const until = await endOf(tx, draft, now);
      await suspendAccount(tx, member, { until, why }, now);
      const detail = { member, ...(until === null ? {} : { until: until.getTime() }) };
      return await log(tx, by, { decision: 'suspend', category: null, remark: why, detail }, now);
    });
  }

  /**
   * Lets them in again before its end. @throws NotFound, Forbidden as above, Conflict for a member who is not
   * suspended.
   */
  reinstate(moderator: Visitor, member: number, now: Date): Promise<Decided> {
    return this.writer.transaction(async (tx) => {
      const [by, { suspended }] = await locked(tx, moderator, member, now);
      if (suspended === null) throw new Conflict('not-suspended');
      await reinstateAccount(tx, member);
      const { at, until } = suspended;
      const detail = { member, at: at.getTime(), ...(until === null ? {} : { until: until.getTime() }) };
      return await log(tx, by, { decision: 'reinstate', category: null, detail }, now);
    });
  }
}

async function locked(
  tx: Transaction,
  moderator: Visitor,
  member: number,
  now: Date,
): Promise<[Identity, LockedMember]> {
  const target = await lockMember(tx, member, now);
  if (moderator.member === null) throw new NotFound();
  if (!moderator.maySuspend(target)) throw new Forbidden('may-not-suspend');
  return [moderator.member, target];
}

/** The end of the suspension; null for none. The chosen day is included, in the time zone of the forum. */
async function endOf(tx: Transaction, { length, day }: SuspensionDraft, now: Date): Promise<Date | null> {
  const lasts = LENGTHS[length];
  if (lasts !== null) return new Date(now.getTime() + lasts);
  if (length === 'forever') return null;
  if (!isDay(day)) throw new Invalid({ day: 'day-wrong' });
  const [end] = await tx.query<{ at: Date }>(
    `select ($1::date + 1)::timestamp at time zone site.time_zone as at from site`,
    [new Date(day).toISOString().slice(0, 10)],
  );
  if (end === undefined || end.at <= now) throw new Invalid({ day: 'day-over' });
  return end.at;
}
