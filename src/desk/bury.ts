import type { Transaction } from '../database/transaction.js';
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
 * who wrote it too. With post 1 goes the title that was written with it, and with the title the slug that repeats it.
 */
export async function bury(tx: Transaction, { thread, number, change, gone, reason }: Grave): Promise<void> {
  await tx.query(
    `update post set author_id = null, author_name = '', author_role = 'guest', source = '', html = '', excerpt = '',
       reply_to = null, edited_reason = null, edited_for = null, gone = $3, gone_reason = $4, change = $5 where thread_id = $1 and number = $2`,
    [thread, number, gone, reason, change],
  );
  if (number !== 1) return;
  await tx.query(`update thread set title = '', slug = $2, retired = true where id = $1 and not of_article`, [thread, RETIRED_SLUG]);
}

/** Brings the counts and the date of the last post to what stands now. */
export async function recount(
  tx: Transaction, { thread, category, posts }: { thread: number; category: number; posts: 1 | -1 },
): Promise<void> {
  await tx.query(
    `update thread t set post_count = post_count + $2, last_post_at = coalesce((
       select max(p.published_at) from post p where p.thread_id = t.id and p.gone is null), t.published_at)
     where t.id = $1`,
    [thread, posts],
  );
  await tx.query('update category set post_count = post_count + $2 where id = $1', [category, posts]);
}
