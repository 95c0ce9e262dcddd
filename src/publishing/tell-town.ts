import type { Transaction } from '../database/transaction.js';

/**
 * Tells which town a thread is about now, in the transaction that says so. The other news of the thread name the thread
 * alone: the page of a town that did not show it before would not be dropped by them.
 */
export async function tellTown(tx: Transaction, thread: number): Promise<void> {
  const towns = await tx.query<{ town: string }>(
    `select town_code as town from local_case where thread_id = $1 and town_code is not null
     union select town_code from workshop where thread_id = $1 and town_code is not null
     union select town_code from thread_town where thread_id = $1`,
    [thread],
  );
  for (const { town } of towns) await tx.tell({ news: 'TownChanged', town });
}
