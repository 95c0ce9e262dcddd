import type { Queries, Transaction } from '../../database/transaction.js';
import { ThreadTownEntity } from '../../threads/thread-town.entity.js';
import { tellTown } from '../tell-town.js';
import { KeptTownEntity } from './kept-town.entity.js';

/** What a thread is tied to, and the number of that tie; null where it never was tied to anything. */
export async function standingTie(from: Queries, thread: number): Promise<{ id: number; town: string | null } | null> {
  const [row] = await from.query<{ id: number; town: string | null }>(
    'select id, town_code as town from desk.kept_town where thread_id = $1 order by id desc limit 1',
    [thread],
  );
  return row ?? null;
}

/**
 * Ties a thread to a town, by its code, or to none. While its first post is gone nobody reads it. Answers its number.
 */
export async function putTie(
  tx: Transaction,
  { id: threadId, category }: { id: number; category: number },
  townCode: string | null,
  { sent = false }: { sent?: boolean } = {},
): Promise<number> {
  const { identifiers } = await tx.repository(KeptTownEntity).insert({ threadId, townCode, sent });
  await tx.repository(ThreadTownEntity).delete({ threadId });
  await tx.query(
    `insert into thread_town (thread_id, town_code) select id, $2 from thread where id = $1 and not retired
       and $2::text is not null`,
    [threadId, townCode],
  );
  await tx.tell({ news: 'ThreadChanged', category, thread: threadId });
  await tellTown(tx, threadId);
  return (identifiers[0] as { id: number }).id;
}
