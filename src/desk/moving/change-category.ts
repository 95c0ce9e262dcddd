import type { Transaction } from '../../database/transaction.js';
import { showAgain } from '../revisions.js';
import type { LockedThread } from './lock-thread.js';
import { tellWaiting } from './submissions-of.js';

/**
 * A thread goes to another category with its posts (the foreign key takes them along) and all that was sent to it, so
 * that whoever moderates there decides, and only those who may read there read. On top of a category stands what its
 * own moderators put there.
 */
export async function changeCategory(tx: Transaction, { id, category: from }: LockedThread, to: number): Promise<void> {
  const [thread] = await tx.query<{ posts: number }>(
    'update thread set category_id = $2, pinned_at = null where id = $1 returning post_count as posts', [id, to],
  );
  await showAgain(tx, id, null);
  await tx.query('update desk.submission set category_id = $2 where thread_id = $1', [id, to]);
  await countInCategories(tx, [{ category: from, threads: -1, posts: -(thread?.posts ?? 0) }, { category: to, threads: 1, posts: thread?.posts ?? 0 }]);
  await tx.tell({ news: 'ThreadUnlisted', category: from, thread: id });
  await tx.tell({ news: 'ThreadListed', category: to, thread: id });
  await tellWaiting(tx, id, [from, to]);
}

/** Always last, and in the order of their ids: of two who move something both ways nobody waits for the other. */
export async function countInCategories(
  tx: Transaction, counts: readonly { category: number; threads: number; posts: number }[],
): Promise<void> {
  for (const { category, threads, posts } of counts.toSorted((one, other) => one.category - other.category)) {
    await tx.query('update category set thread_count = thread_count + $2, post_count = post_count + $3 where id = $1', [category, threads, posts]);
  }
}
