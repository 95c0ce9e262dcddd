import type { Transaction } from '../../database/transaction.js';
import { showAgain } from '../../publishing/revisions.js';
import { gatherSoon } from '../../publishing/upkeep/stray-texts.js';
import { departHosts } from '../../publishing/workshops/depart-hosts.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import type { LockedThread } from './lock-thread.js';
import { tellWaiting } from './submissions-of.js';

/**
 * A thread goes to another category with its posts (the foreign key takes them along) and all submissions to it, so
 * that the moderators of that category decide, and only its audience reads. It is no longer pinned, because only the
 * category's own moderators choose what is pinned there. Hosts of a workshop who may not read that category run it no
 * more.
 */
export async function changeCategory(
  tx: Transaction,
  { id, category: from }: LockedThread,
  to: number,
  now: Date,
): Promise<void> {
  const [thread] = await tx.query<{ posts: number }>(
    'update thread set category_id = $2, pinned_at = null where id = $1 returning post_count as posts',
    [id, to],
  );
  await showAgain(tx, id, null);
  await tx.repository(SubmissionEntity).update({ threadId: id }, { categoryId: to });
  await departHosts(tx, id, now);
  await gatherSoon(tx);
  await countInCategories(tx, [
    { category: from, threads: -1, posts: -(thread?.posts ?? 0) },
    { category: to, threads: 1, posts: thread?.posts ?? 0 },
  ]);
  await tx.tell({ news: 'ThreadUnlisted', category: from, thread: id });
  await tx.tell({ news: 'ThreadListed', category: to, thread: id });
  await tellWaiting(tx, id, [from, to]);
}

/**
 * Always the last lock, and in the order of the ids: two moderators who move things in opposite directions never wait
 * for each other.
 */
export async function countInCategories(
  tx: Transaction,
  counts: readonly { category: number; threads: number; posts: number }[],
): Promise<void> {
  for (const { category, threads, posts } of counts.toSorted((one, other) => one.category - other.category)) {
    await tx.query(
      'update category set thread_count = thread_count + $2, post_count = post_count + $3 where id = $1',
      [category, threads, posts],
    );
  }
}
