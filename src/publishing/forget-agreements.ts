import type { Transaction } from '../database/transaction.js';

/**
 * Deletes the agreements about a submission that is decided now, or gone: while it waits, nothing. In SQL, as publish()
 * is: every decision waits for it.
 */
export async function forgetAgreements(tx: Transaction, submission: string): Promise<void> {
  await tx.query(
    `delete from desk.agreement where submission_id = $1
       and not exists (select from desk.submission s where s.id = $1 and s.status = 'waiting')`,
    [submission],
  );
}
