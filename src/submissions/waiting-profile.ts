import type { Transaction } from '../database/transaction.js';

/**
 * Whether a text of the member's page waits or came back, other than the submission `but`. Whoever asks is the only one
 * until the end of the transaction, so that of two who would both wait the second sees the first. Not by the account's row:
 * a decision locks that after its submission, and would wait for whoever waits for it.
 */
export async function anotherProfileWaits(tx: Transaction, member: number, but: string | null): Promise<boolean> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('profile', $1))`, [member]);
  const [row] = await tx.query(
    `select 1 from desk.submission where author_id = $1 and kind = 'profile' and status in ('waiting', 'returned') and id is distinct from $2`,
    [member, but],
  );
  return row !== undefined;
}
