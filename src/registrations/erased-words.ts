import type { Queries } from '../database/transaction.js';

/** What hosts wrote, of a thread whose last date is over for long: not even the desk keeps it. */
export async function eraseWords(tx: Queries, thread: number): Promise<void> {
  const written = '(select submission_id from private.workshop_words where thread_id = $1)';
  await tx.query(`update desk.submission_version set source = '', html = '' where submission_id in ${written}`, [
    thread,
  ]);
  await tx.query(`update desk.submission set source = '', html = '', text_hash = null where id in ${written}`, [
    thread,
  ]);
  await tx.query('delete from private.workshop_words where thread_id = $1', [thread]);
}
