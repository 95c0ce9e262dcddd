import { audiencesOf } from '../categories/audience.js';
import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../errors/errors.js';
import type { Identity, Visitor } from '../visitors/visitor.js';
import type { WorkshopFacts } from '../workshops/workshop-facts.js';
import { type HostRights, hostRights } from './host-rights.js';

/** A workshop whose hosts and dates nobody else changes until the commit, and who acts. */
export interface LockedWorkshop {
  thread: number;
  category: number;
  zone: string;
  seats: number | null;
  admission: WorkshopFacts['admission'];
  member: Identity;
  /** Null for somebody who does not run it. */
  rights: HostRights | null;
}

/** @throws NotFound for whoever may not read it, and while its first post is gone. */
export async function lockWorkshop(
  tx: Transaction,
  visitor: Visitor,
  thread: number,
  now: Date,
): Promise<LockedWorkshop> {
  const [row] = await tx.query<Omit<LockedWorkshop, 'member' | 'rights'>>(
    `select w.thread_id as thread, t.category_id as category, w.zone, w.seats, w.admission
     from workshop w join thread t on t.id = w.thread_id join category c on c.id = t.category_id
     where w.thread_id = $1 and c.audience = any($2) for update of w`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (row === undefined || visitor.member === null) throw new NotFound();
  return { ...row, member: visitor.member, rights: await hostRights(tx, visitor, thread, now) };
}

/** The same for its hosts alone: for everybody else it does not exist. */
export async function lockAsHost(
  tx: Transaction,
  visitor: Visitor,
  thread: number,
  now: Date,
): Promise<LockedWorkshop & { rights: HostRights }> {
  const workshop = await lockWorkshop(tx, visitor, thread, now);
  if (workshop.rights === null) throw new NotFound();
  return { ...workshop, rights: workshop.rights };
}
