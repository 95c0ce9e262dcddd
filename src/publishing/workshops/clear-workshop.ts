import type { Transaction } from '../../database/transaction.js';
import type { Published } from '../published.js';
import { keepDates } from './kept-dates.js';

/**
 * Nothing public is left of it. What became of its dates is kept at the desk for its return, unless its author has
 * withdrawn it: then nothing is.
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
