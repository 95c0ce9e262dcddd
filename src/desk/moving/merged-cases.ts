import type { CaseFacts } from '../../cases/case-facts.js';
import type { Transaction } from '../../database/transaction.js';
import { keepMerged } from '../../publishing/cases/merged-case.js';
import { clearFacts, factsAt, putFacts } from '../../publishing/thread-facts.js';
import { type Facts, jsonOf } from '../../submissions/thread-facts/facts.js';

/** What a thread says that goes into another one: nothing public is left of it, and the desk keeps it for the undo. */
export async function keepMergedCase(tx: Transaction, thread: number): Promise<void> {
  const facts = (await factsAt(tx, { thread, number: 1 })) ?? (await underTombstone(tx, thread));
  if (facts?.of !== 'case') return;
  await keepMerged(tx, thread, facts);
  await clearFacts(tx, { thread, number: 1 }, { forGood: false });
}

/** While its first post is taken down, they waited with that post. */
async function underTombstone(tx: Transaction, thread: number): Promise<Facts | null> {
  const [kept] = await tx.query<{ facts: Facts }>(
    `update desk.removed_post r set facts = null from (select facts from desk.removed_post
       where thread_id = $1 and number = 1) k
     where r.thread_id = $1 and r.number = 1 and k.facts->>'of' = 'case' returning k.facts`,
    [thread],
  );
  return kept?.facts ?? null;
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
