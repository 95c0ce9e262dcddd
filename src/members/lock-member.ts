import type { Transaction } from '../database/transaction.js';
import { Conflict, NotFound } from '../errors/errors.js';
import type { Role } from '../visitors/visitor.js';
import { isSuspendedAt, type Suspension } from './suspension.js';

export interface LockedMember {
  id: number;
  role: Role;
  /** Since when, and how; null for a member who may log in. */
  suspended: null | (Suspension & { at: Date });
  /** @throws Conflict when there is no other administrator who could log in. */
  mayLeave(): void;
}

interface Row extends Suspension {
  id: number;
  role: Role;
  suspended: boolean;
  at: Date;
}

/**
 * Locks a member together with all administrators, in one order: when two of them demote or suspend each other at
 * once, the second waits and is refused. The accounts are locked too, because the second would otherwise read them as
 * they were before.
 * @throws NotFound
 */
export async function lockMember(tx: Transaction, member: number, now: Date): Promise<LockedMember> {
  const rows = await tx.query<Row>(
    `select m.id, m.role, ${isSuspendedAt('$2')} as suspended, a.suspended_at as at, a.suspended_until as until,
      a.suspended_for as why
       from member m join private.account a on a.member_id = m.id
      where m.id = $1 or m.role = 'administrator' order by m.id for update of m, a`,
    [member, now],
  );
  const found = rows.find(({ id }) => id === member);
  if (found === undefined) throw new NotFound();
  const { id, role, at, until, why } = found;
  const others = rows.filter((each) => each.id !== member && each.role === 'administrator' && !each.suspended);
  return {
    id,
    role,
    suspended: found.suspended ? { at, until, why } : null,
    mayLeave() {
      if (role === 'administrator' && others.length === 0) throw new Conflict('last-administrator');
    },
  };
}
