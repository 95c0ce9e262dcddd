import { CategoryEntity } from '../categories/category.entity.js';
import type { Transaction } from '../database/transaction.js';
import { PostEntity } from '../threads/post.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import { clearFacts } from './thread-facts.js';
import { RETIRED_SLUG } from './slug.js';

export interface Grave {
  thread: number;
  number: number;
  change: number;
  gone: 'taken-down' | 'withdrawn';
  reason: string | null;
}

/**
 * Makes a tombstone of a post: the public row keeps its number and its dates and loses everything that somebody wrote,
 * who wrote it too. With post 1 goes the title that was written with it, with the title the slug that repeats it, and
 * the facts of the thread; with a step what it says.
 */
export async function bury(tx: Transaction, { thread, number, change, gone, reason }: Grave): Promise<void> {
  await clearFacts(tx, { thread, number }, { forGood: gone === 'withdrawn' });
  await tx.repository(PostEntity).update(
    { threadId: thread, number },
    {
      authorId: null,
      authorName: '',
      authorRole: 'guest',
      source: '',
      html: '',
      excerpt: '',
      replyTo: null,
      question: false,
      editedReason: null,
      editedFor: null,
      gone,
      goneReason: reason,
      change,
    },
  );
  if (number !== 1) return;
  await tx
    .repository(ThreadEntity)
    .update({ id: thread, ofArticle: false }, { title: '', slug: RETIRED_SLUG, retired: true });
}

/** Sets the counts and the date of the last post to those of the posts that are shown now. */
export async function adjustCounts(
  tx: Transaction,
  { thread, category, posts }: { thread: number; category: number; posts: 1 | -1 },
): Promise<void> {
  await tx.query(
    `update thread t set post_count = post_count + $2, last_post_at = coalesce((
       select max(p.published_at) from post p where p.thread_id = t.id and p.gone is null), t.published_at)
     where t.id = $1`,
    [thread, posts],
  );
  await tx.repository(CategoryEntity).increment({ id: category }, 'postCount', posts);
}
