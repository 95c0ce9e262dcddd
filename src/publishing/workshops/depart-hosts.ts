import type { Queries, Transaction } from '../../database/transaction.js';
import { isSuspendedAt } from '../../members/suspension.js';
import { READS_WORKSHOP, RUNS_WORKSHOP } from '../../submissions/runs-workshop.js';
import { showHosts } from './show-hosts.js';
import { tellStory } from './tell-story.js';
import type { ActedHost } from './workshop-act.js';

/** SQL: rows of hosts who do not run their workshop any more; `$1` is now. */
const GONE = `from private.workshop_host h join member m on m.id = h.member_id
  join private.account a on a.member_id = m.id
  join thread t on t.id = h.thread_id join category c on c.id = t.category_id
  where (${isSuspendedAt('$1')} or not ${RUNS_WORKSHOP} or not ${READS_WORKSHOP})`;

/** SQL: workshops with a host, of a category that has another audience than `$2`. */
const HOSTED = `select h.thread_id from private.workshop_host h join thread t on t.id = h.thread_id
  join category c on c.id = t.category_id where c.id = $1 and c.audience <> $2`;

/** Workshops that have such a host; of one member or one category where it is given. */
export async function leftByHosts(
  from: Queries,
  { member = null, category = null }: { member?: number | null; category?: number | null },
  now: Date,
): Promise<number[]> {
  const rows = await from.query<{ thread: number }>(
    `select distinct h.thread_id as thread ${GONE} and ($2::int is null or h.member_id = $2)
       and ($3::int is null or t.category_id = $3) order by thread`,
    [now, member, category],
  );
  return rows.map(({ thread }) => thread);
}

/**
 * Takes out of the list of a workshop whoever was suspended, lost the role by which they took it on, or may not read
 * it any more. One that is left without a host says so and takes no registrations.
 */
export async function departHosts(tx: Transaction, thread: number, now: Date): Promise<void> {
  const [workshop] = await tx.query<{ category: number }>(
    'select category_id as category from thread where id = $1 for key share',
    [thread],
  );
  if (workshop === undefined) return;
  // The order of locks is that of all that hosts do themselves: the thread comes first.
  await tx.query('select from workshop where thread_id = $1 for update', [thread]);
  const gone = await tx.query<ActedHost>(
    `delete from private.workshop_host d using (select h.thread_id, h.member_id ${GONE} and h.thread_id = $2) h
     where d.thread_id = h.thread_id and d.member_id = h.member_id
     returning d.member_id as member, d.by_role as "byRole", d.is_shown as "isShown"`,
    [now, thread],
  );
  for (const host of gone) await tellStory(tx, thread, { by: null, act: 'depart', detail: { host } }, now);
  if (gone.length > 0 && (await showHosts(tx, thread)))
    await tx.tell({ news: 'WorkshopChanged', category: workshop.category, thread });
}

/**
 * Locks the workshops of a category before the category itself, which gets another audience: whoever publishes locks in
 * this order, too. It locks all workshops that have a host, because hosts who were suspended or lost the role meanwhile
 * are taken out with any change of the audience.
 */
export async function lockHosted(tx: Transaction, category: number, audience: string): Promise<void> {
  const of = [category, audience];
  await tx.query(`select from thread where id in (${HOSTED}) order by id for key share`, of);
  await tx.query(`select from workshop where thread_id in (${HOSTED}) order by thread_id for update`, of);
}

/** Does the same for all workshops of a category whose audience has changed, in the same transaction. */
export async function departFromCategory(tx: Transaction, category: number, now: Date): Promise<void> {
  for (const thread of await leftByHosts(tx, { category }, now)) await departHosts(tx, thread, now);
}
