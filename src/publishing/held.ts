import type { Transaction } from '../database/transaction.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import { nextForHeld } from './next-place.js';
import type { Published } from './published.js';
import { hold, type Settlement } from './settle.js';

/** A reply that will be published in this transaction: locked as it was read, with the number that it will have. */
export interface HeldPlace {
  row: SubmissionRow;
  place: Published;
}

/** Both are asked at once. Null where settle() would answer null. @throws Conflict 'thread-gone' */
export async function holdWithPlace(tx: Transaction, what: Settlement, at: Date): Promise<HeldPlace | null> {
  const [held, placed] = await Promise.allSettled([hold(tx, what), nextForHeld(tx, what.id, at)]);
  if (held.status === 'rejected') throw held.reason;
  // Who came too late has to hear that, and not what became of the thread.
  if (held.value === null) return null;
  if (placed.status === 'rejected') throw placed.reason;
  return { row: held.value, place: placed.value };
}
