import type { Transaction } from '../database/transaction.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import type { Entry } from './log.js';
import type { Hand, Published } from './published.js';

/** How it becomes public. */
export interface Publication {
  hand: Hand;
  /** Brought from elsewhere under the date that it had there: nobody is told, and so no mail leaves. */
  quiet?: boolean;
  /** A further anchor of the post. */
  anchor?: string | null;
}

/** How one kind of contribution becomes public, and how it goes when its author takes it back. */
export interface PublishingKind {
  /** Null for a kind that is in no thread. @throws as publish() does. */
  publish(tx: Transaction, submission: SubmissionRow, at: Date, how: Publication): Promise<Published | null>;
  /** Removes what is public of it besides a post; a post becomes a tombstone in the same way for every kind. */
  withdraw?(tx: Transaction, submission: SubmissionRow): Promise<void>;
  /**
   * Whether a submission of this kind which brings neither facts nor files only takes the next number in its thread:
   * settleLockedRows() publishes it then, with fewer waits for the database.
   */
  standsBehind?: boolean;
  /** What the log says of it besides its place. */
  detail?(submission: SubmissionRow): Entry['detail'];
}
