import type { Transaction } from '../database/transaction.js';

/**
 * Tells which town a thread is about by now, in the transaction that says so. Its own news name the thread alone, which
 * a page of the town cannot have named before.
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
