import type { Queries } from '../database/transaction.js';

/** Of a submission: somebody may still decide on it, so it is not emptied under their eyes. */
export const WAITING = (h: string): string => `${h}.status in ('waiting', 'returned')`;

/** What hosts of a thread wrote and what does not wait any more, by its `submission_id`. */
export const wordsOf = (thread: string): string => `select o.submission_id from private.workshop_words o
  join desk.submission h on h.id = o.submission_id where o.thread_id = ${thread} and not ${WAITING('h')}`;

/** What hosts wrote, of a thread whose last date is over for long: not even the desk keeps it. */
export async function eraseWords(tx: Queries, thread: number): Promise<void> {
  const written = `(${wordsOf('$1')})`;
  await tx.query(`update desk.submission_version set source = '', html = '' where submission_id in ${written}`, [
    thread,
  ]);
  await tx.query(`update desk.submission set source = '', html = '', text_hash = null where id in ${written}`, [
    thread,
  ]);
  await tx.query(`delete from private.workshop_words where submission_id in ${written}`, [thread]);
}
