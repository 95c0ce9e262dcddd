import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import { lockMember } from '../../members/lock-member.js';
import { isSuspendedAt, reinstateAccount, suspendAccount } from '../../members/suspension.js';
import type { Visitor } from '../../visitors/visitor.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const MEMBER = `(d.detail->>'member')::int`;

/** What the member was told with the suspension that was over; null for one of the command line. */
async function toldBefore(tx: Transaction, { id, detail }: LoggedDecision): Promise<string | null> {
  const [row] = await tx.query<{ remark: string | null }>(
    `select remark from desk.decision where category_id is null and detail ? 'member' and (detail->>'member')::int = $2
     and decision = 'suspend' and id < $1::bigint order by id desc limit 1`,
    [id, detail?.['member']],
  );
  return row?.remark ?? null;
}

/** As `Visitor.maySuspend`, `LockedMember.mayLeave` and the clock say it. */
const UNLESS = [
  {
    code: 'may-not-suspend',
    when: `not exists (select 1 from member x where x.id = ${MEMBER} and x.id <> asker.member
      and (asker.administers or (x.role = 'member' and asker.desk is null)))`,
  },
  {
    code: 'decided-since',
    when: `d.decision = 'reinstate' and exists (select 1 from private.account a where a.member_id = ${MEMBER}
      and ${isSuspendedAt('asker.now')})`,
  },
  {
    code: 'last-administrator',
    when: `d.decision = 'reinstate' and exists (select 1 from member x where x.id = ${MEMBER}
      and x.role = 'administrator')
      and not exists (select 1 from member x join private.account a on a.member_id = x.id
        where x.role = 'administrator' and x.id <> ${MEMBER} and not ${isSuspendedAt('asker.now')})`,
  },
];

/** Undoing a suspension lets the member in again; undoing the end of one brings back what was left of it. */
export const undoing: Undoing = {
  decisions: ['suspend', 'reinstate'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { member, until, at } = row.detail ?? {};
    if (member === undefined) throw new NotFound();
    await lockMember(tx, member, now);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    if (row.decision === 'suspend') return reinstateAccount(tx, member);
    const end = until === undefined ? null : new Date(until);
    await suspendAccount(tx, member, { until: end, why: await toldBefore(tx, row) }, new Date(at ?? now));
  },
};
