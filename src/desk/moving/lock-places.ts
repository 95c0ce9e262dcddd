import type { Transaction } from '../../database/transaction.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type LockedThread, lockThread } from './lock-thread.js';

/**
 * Locks the submissions about these posts of a thread and the replies to them, or all submissions to the thread: in
 * the order of the ids and before the threads, like all code that locks several submissions.
 */
export async function lockPlaces(tx: Transaction, thread: number, numbers: readonly number[] | 'all'): Promise<void> {
  await tx.query(
    `select 1 from desk.submission where thread_id = $1
     and ($2::int[] is null or number = any($2) or appeals is not null or (number is null and reply_to = any($2)))
     order by id for update`,
    [thread, numbers === 'all' ? null : numbers],
  );
}

/**
 * Locks two threads, the older one first: two moderators who move posts in opposite directions never wait for each
 * other. @throws as lockThread does.
 */
export async function lockThreads(
  tx: Transaction,
  moderator: Visitor,
  from: number,
  to: number,
): Promise<{ from: LockedThread; to: LockedThread }> {
  const first = await lockThread(tx, moderator, Math.min(from, to));
  const second = await lockThread(tx, moderator, Math.max(from, to));
  return from < to ? { from: first, to: second } : { from: second, to: first };
}
