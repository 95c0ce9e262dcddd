import type { Transaction } from '../../database/transaction.js';

/**
 * Shows what everybody may know of the hosts: whether there is one, and the names of those who want to be named.
 * Answers whether that has changed, since nobody may notice changes of the other hosts.
 */
export async function showHosts(tx: Transaction, thread: number): Promise<boolean> {
  const changed = await tx.query(
    `update workshop w set has_host = h.has_host, shown_hosts = h.shown
     from (select count(*) > 0 as has_host,
         coalesce(array_agg(member_id order by since, member_id) filter (where is_shown), '{}') as shown
       from private.workshop_host where thread_id = $1) h
     where w.thread_id = $1 and (w.has_host, w.shown_hosts) is distinct from (h.has_host, h.shown)
     returning w.thread_id`,
    [thread],
  );
  return changed.length > 0;
}
