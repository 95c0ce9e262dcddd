import type { CaseFacts } from '../../cases/case-facts.js';
import type { Transaction } from '../../database/transaction.js';
import { clearFacts, putFacts } from '../../publishing/thread-facts.js';
import { standingFacts } from '../../submissions/thread-facts/facts-reading.js';
import { jsonOf } from '../../submissions/thread-facts/facts.js';

/** What a thread says that goes into another one: nothing public is left of it, and the desk keeps it for the undo. */
export async function keepMergedCase(tx: Transaction, thread: number): Promise<void> {
  const facts = await standingFacts(tx, { thread, number: 1 });
  if (facts === null) return;
  await tx.query('insert into desk.merged_case (thread_id, facts) values ($1, $2)', [thread, jsonOf(facts)]);
  await clearFacts(tx, { thread, number: 1 }, { forGood: false });
}

/** The case is one again; while its first post is taken down, its facts wait with that post. */
export async function giveCaseBack(tx: Transaction, thread: number, now: Date): Promise<void> {
  const [kept] = await tx.query<{ facts: CaseFacts }>(
    'delete from desk.merged_case where thread_id = $1 returning facts',
    [thread],
  );
  if (kept === undefined) return;
  const [first] = await tx.query<{ gone: string | null }>(
    'select gone from post where thread_id = $1 and number = 1',
    [thread],
  );
  if (first?.gone === null) return putFacts(tx, { thread, number: 1 }, kept.facts, now);
  await tx.query('update desk.removed_post set facts = $2 where thread_id = $1 and number = 1', [
    thread,
    jsonOf(kept.facts),
  ]);
}
