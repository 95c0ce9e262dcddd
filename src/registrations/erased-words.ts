import type { Transaction } from '../database/transaction.js';
import { forgetAgreements } from '../publishing/forget-agreements.js';

/** SQL: whether somebody may still decide about a submission. */
export const WAITING = (h: string): string => `${h}.status in ('waiting', 'returned')`;

/** SQL: what hosts of this thread wrote, by its `submission_id`. */
export const wordsOf = (thread: string): string =>
  `select o.submission_id from private.workshop_words o where o.thread_id = ${thread}`;

/**
 * Erases what the hosts of a workshop wrote, long after its last date, at the desk too. What still waits leaves the
 * desk as if it had been withdrawn, since nobody would read it any more.
 */
export async function eraseWords(tx: Transaction, thread: number, now: Date): Promise<void> {
  const written = `(${wordsOf('$1')})`;
  await tx.query(`select from desk.submission where id in ${written} order by id for update`, [thread]);
  const left = await tx.query<{ submission: string; category: number }>(
    `update desk.submission h set status = 'withdrawn', changed_at = $2 where h.id in ${written} and ${WAITING('h')}
     returning h.id as submission, h.category_id as category`,
    [thread, now],
  );
  for (const { submission, category } of left) {
    await forgetAgreements(tx, [submission]);
    await tx.tell({ news: 'QueueChanged', category, submission });
  }
  await tx.query(`update desk.submission_version set source = '', html = '' where submission_id in ${written}`, [
    thread,
  ]);
  await tx.query(`update desk.submission set source = '', html = '', text_hash = null where id in ${written}`, [
    thread,
  ]);
  await tx.query(`delete from private.workshop_words where submission_id in ${written}`, [thread]);
}
