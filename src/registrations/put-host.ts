import type { Transaction } from '../database/transaction.js';
import { showHosts } from '../publishing/workshops/show-hosts.js';
import type { LockedWorkshop } from './lock-workshop.js';
import type { ActedHost, FormerHost } from '../publishing/workshops/workshop-act.js';

type Place = Pick<LockedWorkshop, 'thread' | 'category'>;

const AS_BEFORE = 'by_role as "byRole", is_shown as "isShown", since';
type Row = Omit<FormerHost, 'since'> & { since: Date };

/** Makes somebody a host of a locked workshop. Answers how they were its host before; null where they were none. */
export async function putHost(
  tx: Transaction,
  at: Place,
  { member, byRole, isShown }: ActedHost,
  since: Date,
): Promise<FormerHost | null> {
  const rows = await tx.query<Row>(
    `select ${AS_BEFORE} from private.workshop_host where thread_id = $1 and member_id = $2`,
    [at.thread, member],
  );
  await tx.query(
    `insert into private.workshop_host (thread_id, member_id, by_role, is_shown, since) values ($1, $2, $3, $4, $5)
     on conflict (thread_id, member_id) do update set by_role = excluded.by_role, is_shown = excluded.is_shown`,
    [at.thread, member, byRole, isShown, since],
  );
  await changed(tx, at);
  return formerOf(rows);
}

/** Removes a host. Answers how they were one; null where they were none. */
export async function dropHost(tx: Transaction, at: Place, member: number): Promise<FormerHost | null> {
  const rows = await tx.query<Row>(
    `delete from private.workshop_host where thread_id = $1 and member_id = $2 returning ${AS_BEFORE}`,
    [at.thread, member],
  );
  await changed(tx, at);
  return formerOf(rows);
}

function formerOf([row]: readonly Row[]): FormerHost | null {
  return row === undefined ? null : { ...row, since: row.since.toISOString() };
}

async function changed(tx: Transaction, { thread, category }: Place): Promise<void> {
  if (await showHosts(tx, thread)) await tx.tell({ news: 'WorkshopChanged', category, thread });
}
