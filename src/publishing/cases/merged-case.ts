import type { CaseFacts } from '../../cases/case-facts.js';
import type { Transaction } from '../../database/transaction.js';
import { jsonOf } from '../../submissions/thread-facts/facts.js';
import { hasSteps, THREAD_KINDS, type ThreadKind } from '../../threads/visible.js';
import type { Published } from '../published.js';

/**
 * SQL: the thread that a case was before it was merged into another one, found by the place at which its first post
 * stands now. Under that thread the desk keeps the facts of the case, whatever is decided about the post, since the
 * thread where the post stands now has facts of its own.
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

/** Keeps these facts for the merged case whose first post stands at this place: the post has come back. */
export async function putMerged(tx: Transaction, { thread, number }: Published, facts: CaseFacts): Promise<void> {
  const [home] = await tx.query<{ id: number }>(`select h.thread_id as id from (${HOME}) h`, [thread, number, CASES]);
  if (home !== undefined) await keepMerged(tx, home.id, facts);
}

/** Changes the facts that are kept for the merged case whose first post stands at this place. */
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

/** Erases the facts of a merged case, because the author has withdrawn the post that said them. */
export async function forgetMerged(tx: Transaction, { thread, number }: Published): Promise<void> {
  await tx.query(`delete from desk.merged_case where thread_id in (${HOME})`, [thread, number, CASES]);
}
