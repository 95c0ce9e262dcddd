import type { Transaction } from '../database/transaction.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../submissions/submission-row.js';

/**
 * Locks the submissions about these posts of a thread that are not erased: in the order of the ids and before the
 * thread, like all code that locks several submissions.
 */
export function lockPlace(tx: Transaction, thread: number, numbers: readonly number[]): Promise<SubmissionRow[]> {
  return tx.query<SubmissionRow>(
    `select ${SUBMISSION_COLUMNS} from desk.submission
     where thread_id = $1 and number = any($2) and status <> 'withdrawn' order by id for update`,
    [thread, numbers],
  );
}
