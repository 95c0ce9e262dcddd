import type { Transaction } from '../database/transaction.js';

/** The row of the account is locked after all others, as in publish(). */
export async function countAccepted(tx: Transaction, author: number | null, by: number): Promise<void> {
  if (author === null) return;
  await tx.query('update private.account set accepted_count = greatest(accepted_count + $2, 0) where member_id = $1', [
    author,
    by,
  ]);
}
