import type { Transaction } from '../database/transaction.js';
import type { News } from '../events/news.js';
import type { Candidate } from './candidate.js';
import { insertSubmissions, type NewSubmission } from './insert-submission.js';
import { type Stored, storedAs } from './sent-before.js';

/** What the desks hear of one that waits. */
export function queueChanged({ destination, tokens }: NewSubmission): News {
  return { news: 'QueueChanged', category: destination.category.id, submission: tokens.id };
}

/** Whether nothing is left to be done for it once its row is there: no publication, no letter and no files. */
export function endsWithItsRow({ fresh, row: { heldFor, sent, destination } }: Candidate): boolean {
  return heldFor.length > 0 && fresh.length === 0 && sent.email === '' && destination.number === null;
}

/**
 * Stores those that need nothing but their rows: one INSERT for all of them, and COMMIT right after it. Null for one
 * whose key was used meanwhile.
 */
export async function storeTogether(tx: Transaction, all: readonly NewSubmission[]): Promise<(Stored | null)[]> {
  if (all.length === 0) return [];
  await Promise.all(all.map((what) => tx.tell(queueChanged(what))));
  const inserting = insertSubmissions(tx, all);
  // Of a key that was used meanwhile nothing is stored: that may be committed, too.
  tx.commitBehind();
  return (await inserting).map(({ what, row }) => (row === null ? null : storedAs(what, row)));
}
