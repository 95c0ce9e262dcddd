import { unseenList } from '../database/unseen-list.js';
import type { Transaction } from '../database/transaction.js';

/**
 * Deletes the agreements about submissions that are decided now, or gone: while one waits, nothing. In SQL, as
 * publish() is: every decision waits for it.
 */
export async function forgetAgreements(tx: Transaction, submissions: readonly string[]): Promise<void> {
  await tx.query(
    `delete from desk.agreement a where submission_id = any${unseenList('$1', 'uuid')}
       and not exists (select from desk.submission s where s.id = a.submission_id and s.status = 'waiting')`,
    [submissions],
  );
}
