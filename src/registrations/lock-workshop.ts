import { audiencesOf } from '../categories/audience.js';
import type { Queries, Transaction } from '../database/transaction.js';
import { NotFound } from '../errors/errors.js';
import type { Identity, Visitor } from '../visitors/visitor.js';
import type { WorkshopFacts } from '../workshops/workshop-facts.js';
import { type HostRights, hostRights } from './host-rights.js';

/** What is known of a workshop to somebody who acts on it, and what they may do. */
export interface ReadWorkshop {
  thread: number;
  category: number;
  zone: string;
  seats: number | null;
  admission: WorkshopFacts['admission'];
  member: Identity;
  /** Null for somebody who does not run it. */
  rights: HostRights | null;
}

/** The same, locked: nobody else changes its hosts and dates until the commit. */
export interface LockedWorkshop extends ReadWorkshop {
  locked: true;
}

/**
 * Locks the thread, before the workshop is locked: the same order as in publish() and whatever takes a post down. Rows
 * that are written under the lock of the workshop refer to the thread. Nothing is locked where the visitor may not read
 * the thread.
 */
export async function lockThreadFirst(tx: Transaction, visitor: Visitor, thread: number): Promise<void> {
  await tx.query(
    `select from thread t join category c on c.id = t.category_id
     where t.id = $1 and c.audience = any($2) for key share of t`,
    [thread, audiencesOf(visitor.audience)],
  );
}

/** For whoever only looks. @throws NotFound for whoever may not read it, and while its first post is gone. */
export function readWorkshop(from: Queries, visitor: Visitor, thread: number, now: Date): Promise<ReadWorkshop> {
  return workshopOf(from, visitor, { thread, now, locks: '' });
}

/** @throws NotFound as above */
export async function lockWorkshop(
  tx: Transaction,
  visitor: Visitor,
  thread: number,
  now: Date,
): Promise<LockedWorkshop> {
  await lockThreadFirst(tx, visitor, thread);
  return { ...(await workshopOf(tx, visitor, { thread, now, locks: 'for update of w' })), locked: true };
}

async function workshopOf(
  from: Queries,
  visitor: Visitor,
  { thread, now, locks }: { thread: number; now: Date; locks: '' | 'for update of w' },
): Promise<ReadWorkshop> {
  const [row] = await from.query<Omit<ReadWorkshop, 'member' | 'rights'>>(
    `select w.thread_id as thread, t.category_id as category, w.zone, w.seats, w.admission
     from workshop w join thread t on t.id = w.thread_id join category c on c.id = t.category_id
     where w.thread_id = $1 and c.audience = any($2) ${locks}`,
    [thread, audiencesOf(visitor.audience)],
  );
  if (row === undefined || visitor.member === null) throw new NotFound();
  return { ...row, member: visitor.member, rights: await hostRights(from, visitor, thread, now) };
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
