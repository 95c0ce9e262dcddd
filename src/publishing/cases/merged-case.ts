import type { CaseFacts } from '../../cases/case-facts.js';
import type { Transaction } from '../../database/transaction.js';
import { jsonOf } from '../../submissions/thread-facts/facts.js';
import { hasSteps, THREAD_KINDS, type ThreadKind } from '../../threads/visible.js';
import type { Published } from '../published.js';

/**
 * The facts of a case that was merged into another one wait at the desk, under the thread that it was, whatever is
 * decided about the post that was its first one: the thread where that post stands now has facts of its own.
 */
const HOME = `select m.thread_id from post_moved m join thread t on t.id = m.thread_id and t.kind = any($3)
  where m.number = 1 and m.to_thread = $1 and m.to_number = $2`;

const CASES = THREAD_KINDS.filter(hasSteps);

/** Whether this post is the first one of a case, so that what it says is what the case says. */
export async function opensCase(tx: Transaction, { thread, number }: Published): Promise<boolean> {
  if (number !== 1) return false;
  const [row] = await tx.query<{ kind: ThreadKind }>('select kind from thread where id = $1', [thread]);
  return row !== undefined && hasSteps(row.kind);
}

export async function keepMerged(tx: Transaction, thread: number, facts: CaseFacts): Promise<void> {
  await tx.query(
    `insert into desk.merged_case (thread_id, facts) values ($1, $2)
     on conflict (thread_id) do update set facts = excluded.facts`,
    [thread, jsonOf(facts)],
  );
}

/** What waits is this now: the post that opened the case has come back, elsewhere. */
export async function putMerged(tx: Transaction, { thread, number }: Published, facts: CaseFacts): Promise<void> {
  const [home] = await tx.query<{ id: number }>(`select h.thread_id as id from (${HOME}) h`, [thread, number, CASES]);
  if (home !== undefined) await keepMerged(tx, home.id, facts);
}

/** What waits becomes what `changed` makes of it. */
export async function changeMerged(
  tx: Transaction,
  { thread, number }: Published,
  changed: (kept: CaseFacts) => CaseFacts,
): Promise<void> {
  const [kept] = await tx.query<{ id: number; facts: CaseFacts }>(
    `select thread_id as id, facts from desk.merged_case where thread_id in (${HOME}) for update`,
    [thread, number, CASES],
  );
  if (kept !== undefined) await keepMerged(tx, kept.id, changed(kept.facts));
}

/** Its author has withdrawn the post that said it. */
export async function forgetMerged(tx: Transaction, { thread, number }: Published): Promise<void> {
  await tx.query(`delete from desk.merged_case where thread_id in (${HOME})`, [thread, number, CASES]);
}
