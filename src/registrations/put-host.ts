import type { Transaction } from '../database/transaction.js';
import { showHosts } from '../publishing/workshops/show-hosts.js';
import type { LockedWorkshop } from './lock-workshop.js';
import type { ActedHost } from './workshop-act.js';

type Place = Pick<LockedWorkshop, 'thread' | 'category'>;

/** The hosts of a workshop that is locked. */
export async function putHost(
  tx: Transaction,
  at: Place,
  { member, byRole, isShown }: ActedHost,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into private.workshop_host (thread_id, member_id, by_role, is_shown, since) values ($1, $2, $3, $4, $5)
     on conflict (thread_id, member_id) do update set by_role = excluded.by_role, is_shown = excluded.is_shown`,
    [at.thread, member, byRole, isShown, now],
  );
  await changed(tx, at);
}

export async function dropHost(tx: Transaction, at: Place, member: number): Promise<void> {
  await tx.query('delete from private.workshop_host where thread_id = $1 and member_id = $2', [at.thread, member]);
  await changed(tx, at);
}

async function changed(tx: Transaction, { thread, category }: Place): Promise<void> {
  if (await showHosts(tx, thread)) await tx.tell({ news: 'WorkshopChanged', category, thread });
}
