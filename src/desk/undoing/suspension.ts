import type { Transaction } from '../../database/transaction.js';
import { Conflict, Forbidden, NotFound } from '../../errors/errors.js';
import { lockMember } from '../../members/lock-member.js';
import { reinstateAccount, suspendAccount } from '../../members/suspension.js';
import type { Visitor } from '../../visitors/visitor.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** What the member was told with the suspension that was over; null for one of the command line. */
async function toldBefore(tx: Transaction, { id, detail }: LoggedDecision): Promise<string | null> {
  const [row] = await tx.query<{ remark: string | null }>(
    `select remark from desk.decision where category_id is null and detail ? 'member' and (detail->>'member')::int = $2
     and decision = 'suspend' and id < $1::bigint order by id desc limit 1`,
    [id, detail?.['member']],
  );
  return row?.remark ?? null;
}

/** Undoing a suspension lets the member in again; undoing the end of one brings back what was left of it. */
export const undoing: Undoing = {
  decisions: ['suspend', 'reinstate'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { member, until, at } = row.detail ?? {};
    if (member === undefined) throw new NotFound();
    const target = await lockMember(tx, member, now);
    if (!moderator.maySuspend(target)) throw new Forbidden('may-not-suspend');
    await mustStand(tx, row);
    if (row.decision === 'suspend') return reinstateAccount(tx, member);
    if (target.suspended !== null) throw new Conflict('decided-since');
    target.mayLeave();
    const end = until === undefined ? null : new Date(until);
    await suspendAccount(tx, member, { until: end, why: await toldBefore(tx, row) }, new Date(at ?? now));
  },
};
