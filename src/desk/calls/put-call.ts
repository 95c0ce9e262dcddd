import type { Transaction } from '../../database/transaction.js';
import { ThreadCallEntity } from '../../threads/thread-call.entity.js';
import type { LockedThread } from '../moving/lock-thread.js';
import { KeptCallEntity } from './kept-call.entity.js';

/** A link to something that happens elsewhere, until a day. */
export interface Call {
  url: string;
  words: string;
  until: string;
}

/** Shows this call above the posts of the thread instead of what was there; null for none. */
export async function putCall(tx: Transaction, { id, category }: LockedThread, call: Call | null): Promise<void> {
  await tx.repository(ThreadCallEntity).delete({ threadId: id });
  if (call !== null) await tx.repository(ThreadCallEntity).insert({ threadId: id, ...call });
  await tx.tell({ news: 'ThreadChanged', category, thread: id });
}

/** What the thread calls for now, and its number among all that it ever called for. */
export async function standingCall(tx: Transaction, thread: number): Promise<{ id: number; call: Call } | null> {
  const [row] = await tx.query<Call & { id: number }>(
    `select k.id, k.url, k.words, k.until::text
     from thread_call c join desk.kept_call k using (thread_id, url, words, until)
     where c.thread_id = $1 order by k.id desc limit 1`,
    [thread],
  );
  if (row === undefined) return null;
  const { id, ...call } = row;
  return { id, call };
}

export async function keepCall(tx: Transaction, thread: number, call: Call): Promise<number> {
  const { identifiers } = await tx.repository(KeptCallEntity).insert({ threadId: thread, ...call });
  return (identifiers[0] as { id: number }).id;
}
