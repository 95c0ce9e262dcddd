import type { Transaction } from '../database/transaction.js';
import type { PlacedSubmission } from '../submissions/submission-row.js';
import { bury, recount } from './bury.js';
import { carryEdits } from './carry-edits.js';
import { nextChange } from './replace-post.js';
import { authorsWordsAgain, waitAgain } from './wait-again.js';

/**
 * What publish() did, backwards: the post becomes a tombstone that keeps its number, and the submission waits again
 * with that number, under which it returns. `standing` says what the post's change is and is asked after the locks.
 */
export async function takeBack(
  tx: Transaction, submission: PlacedSubmission, { edited, edits, change }: { edited: boolean; edits: string[]; change: number }, now: Date,
): Promise<void> {
  const { id, category, thread, number, authorId } = submission;
  if (thread === null || number === null) throw new Error(`submission ${id} was never published`);
  const next = await nextChange(tx, thread);
  // A tombstone without a reason: a take-down always has one.
  await bury(tx, { thread, number, change: next, gone: 'taken-down', reason: null });
  await carryEdits(tx, edits, change, next);
  await waitAgain(tx, id, now);
  if (edited) await authorsWordsAgain(tx, id, now);
  await recount(tx, { thread, category, posts: -1 });
  await countAccepted(tx, authorId, -1);
  await tx.tell({ news: 'PostTakenDown', category, thread, number });
  await tx.tell({ news: 'QueueChanged', category, submission: id });
}

/** Last of all locks, like in publish(). */
export async function countAccepted(tx: Transaction, author: number | null, by: 1 | -1): Promise<void> {
  if (author === null) return;
  await tx.query('update private.account set accepted_count = greatest(accepted_count + $2, 0) where member_id = $1', [author, by]);
}
