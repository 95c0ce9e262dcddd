import type { Transaction } from '../../database/transaction.js';
import type { PlacedSubmission } from '../../submissions/submission-row.js';
import { bury, adjustCounts } from '../../publishing/bury.js';
import { carryEdits } from '../../publishing/carry-edits.js';
import { countAccepted } from '../../publishing/count-accepted.js';
import { nextChange } from '../../publishing/replace-post.js';
import { authorsWordsAgain, waitAgain } from './wait-again.js';

/**
 * Takes back what publish() did: the post becomes a tombstone that keeps its number, and the submission waits again
 * and gets the same number when it is accepted again. `change` is the number of the post's last change, read after the
 * locks, and `edits` are the ids of its edits that are still to be decided.
 */
export async function takeBack(
  tx: Transaction,
  submission: PlacedSubmission,
  { edited, edits, change }: { edited: boolean; edits: string[]; change: number },
  now: Date,
): Promise<void> {
  const { id, category, thread, number, authorId } = submission;
  if (thread === null || number === null) throw new Error(`submission ${id} was never published`);
  const next = await nextChange(tx, thread);
  // A tombstone without a reason: a take-down always has one.
  await bury(tx, { thread, number, change: next, gone: 'taken-down', reason: null });
  await carryEdits(tx, edits, change, next);
  await waitAgain(tx, id, now);
  if (edited) await authorsWordsAgain(tx, id, now);
  await adjustCounts(tx, { thread, category, posts: -1 });
  await countAccepted(tx, authorId, -1);
  await tx.tell({ news: 'PostTakenDown', category, thread, number });
  await tx.tell({ news: 'QueueChanged', category, submission: id });
}
