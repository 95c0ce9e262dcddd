import { unseenList } from '../database/unseen-list.js';
import type { Transaction } from '../database/transaction.js';

/**
 * Deletes the agreements about these submissions, except those that still wait. In SQL and not by the entity, because
 * every decision waits for this statement (docs/decisions/0018-entities.md).
 */
export async function forgetAgreements(tx: Transaction, submissions: readonly string[]): Promise<void> {
  await tx.query(
    `delete from desk.agreement a where submission_id = any${unseenList('$1', 'uuid')}
       and not exists (select from desk.submission s where s.id = a.submission_id and s.status = 'waiting')`,
    [submissions],
  );
}
