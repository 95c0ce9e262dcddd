import type { Transaction } from '../../database/transaction.js';
import { countInCategories } from './change-category.js';

/**
 * Counts again the posts of threads that posts have left or come to, and adds the difference to their categories.
 * `listed`: threads that are in the lists of a category from now on (1) or not any more (-1).
 */
export async function recount(
  tx: Transaction,
  threads: readonly number[],
  listed: readonly { category: number; threads: 1 | -1 }[],
): Promise<void> {
  const counted = await tx.query<{ category: number; posts: number }>(
    `with standing as (
       select t.id, t.post_count as before, (select count(*)::int from post p where p.thread_id = t.id
         and p.gone is null) as posts,
         (select max(p.published_at) from post p where p.thread_id = t.id and p.gone is null) as latest
       from thread t where t.id = any($1))
     update thread t set post_count = s.posts, last_post_at = coalesce(s.latest, t.published_at) from standing s
       where s.id = t.id
     returning t.category_id as category, s.posts - s.before as posts`,
    [threads],
  );
  await countInCategories(tx, [
    ...counted.map((each) => ({ ...each, threads: 0 })),
    ...listed.map((each) => ({ ...each, posts: 0 })),
  ]);
}
