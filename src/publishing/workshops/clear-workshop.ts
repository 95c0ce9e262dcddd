import type { Transaction } from '../../database/transaction.js';
import type { Published } from '../published.js';
import { keepDates } from './kept-dates.js';

/**
 * Removes all that is public of a workshop besides its posts. The present state of its dates is kept at the desk until
 * it comes back; nothing is kept when its author has withdrawn it.
 */
export async function clearWorkshop(tx: Transaction, { thread }: Published, forGood: boolean): Promise<void> {
  if (forGood) {
    await tx.query('delete from desk.kept_date where thread_id = $1', [thread]);
    await tx.query('delete from private.availability where thread_id = $1', [thread]);
  } else await keepDates(tx, thread, null);
  await tx.query('delete from workshop_part where thread_id = $1', [thread]);
  await tx.query('delete from workshop_candidate where thread_id = $1', [thread]);
  await tx.query('delete from workshop_date where thread_id = $1', [thread]);
  await tx.query('delete from workshop where thread_id = $1', [thread]);
  await tx.query('delete from private.workshop_secret where thread_id = $1', [thread]);
}
