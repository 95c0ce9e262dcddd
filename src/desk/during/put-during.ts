import type { Queries, Transaction } from '../../database/transaction.js';
import { ThreadDuringEntity } from '../../threads/thread-during.entity.js';
import type { LockedThread } from '../moving/lock-thread.js';

/** The date for which it was said last, and the number of that row; null where it never was. */
export async function standingDuring(
  from: Queries,
  thread: number,
): Promise<{ id: number; date: string | null } | null> {
  const [row] = await from.query<{ id: number; date: string | null }>(
    'select id, date_id as date from thread_during where thread_id = $1 order by id desc limit 1',
    [thread],
  );
  return row ?? null;
}

/** From now on for this date, or for none. @returns the number of the row, for the log */
export async function putDuring(
  tx: Transaction,
  { id: threadId, category }: Pick<LockedThread, 'id' | 'category'>,
  dateId: string | null,
): Promise<number> {
  const { identifiers } = await tx.repository(ThreadDuringEntity).insert({ threadId, dateId });
  await tx.tell({ news: 'ThreadChanged', category, thread: threadId });
  return (identifiers[0] as { id: number }).id;
}
