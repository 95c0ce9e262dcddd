import type { Transaction } from '../database/transaction.js';
import { kindsWith } from './kind.js';

/**
 * Whether a text of the member's page waits or came back, other than the submission `but`. It takes a lock until the
 * end of the transaction, so that of two texts sent at once the second one sees the first. The lock is not on the
 * account's row: a decision locks that after its submission, and the two could wait for each other.
 */
export async function anotherProfileWaits(tx: Transaction, member: number, but: string | null): Promise<boolean> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('profile', $1))`, [member]);
  const [row] = await tx.query(
    `select 1 from desk.submission where author_id = $1 and kind in ${kindsWith('standsOnPage')}
      and status in ('waiting', 'returned') and id is distinct from $2`,
    [member, but],
  );
  return row !== undefined;
}
