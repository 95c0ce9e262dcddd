import type { Transaction } from '../database/transaction.js';
import { AccountEntity } from './account.entity.js';
import { endSessionsOf } from './sessions.js';

/** For how long somebody may not log in, and why: both are shown to them. */
export interface Suspension {
  /** When it ends by itself; null for never. */
  until: Date | null;
  /** Null for a suspension by the command line, which gives no reason. */
  why: string | null;
}

/**
 * On a row `a` of private.account: whether it is suspended at the moment of the parameter `now`. No job ends it, the
 * clock does.
 */
export function isSuspendedAt(now: string): string {
  return `(a.suspended_at is not null and (a.suspended_until is null or a.suspended_until > ${now}::timestamptz))`;
}

/** Ends all sessions and lets nobody in; what was published stays, and so does what waits. */
export async function suspendAccount(
  tx: Transaction,
  member: number,
  { until, why }: Suspension,
  at: Date,
): Promise<void> {
  await tx
    .repository(AccountEntity)
    .update({ memberId: member }, { suspendedAt: at, suspendedUntil: until, suspendedFor: why });
  await endSessionsOf(tx, member);
  await tx.tell({ news: 'MemberChanged', member });
}

/** Lets them log in again. */
export async function reinstateAccount(tx: Transaction, member: number): Promise<void> {
  await tx
    .repository(AccountEntity)
    .update({ memberId: member }, { suspendedAt: null, suspendedUntil: null, suspendedFor: null });
  await tx.tell({ news: 'MemberChanged', member });
}
