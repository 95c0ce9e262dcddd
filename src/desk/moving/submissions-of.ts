import type { Transaction } from '../../database/transaction.js';

/**
 * Locks all submissions that were ever sent to a thread, and has to come before the lock of the thread itself: a
 * decision takes the two in that order too.
 */
export async function lockSubmissionsOf(tx: Transaction, thread: number): Promise<void> {
  await tx.query('select 1 from desk.submission where thread_id = $1 order by id for update', [thread]);
}

/**
 * Desks count the submissions that wait in their categories, and follow pages show their thread: all of them load
 * again.
 */
export async function tellWaiting(tx: Transaction, thread: number, categories: readonly number[]): Promise<void> {
  const waiting = await tx.query<{ submission: string }>(
    `select id as submission from desk.submission where thread_id = $1 and status = 'waiting' order by id`,
    [thread],
  );
  for (const { submission } of waiting)
    for (const category of categories) await tx.tell({ news: 'QueueChanged', category, submission });
}
