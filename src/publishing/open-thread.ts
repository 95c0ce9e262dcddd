import type { Transaction } from '../database/transaction.js';
import { THREAD_KINDS, type ThreadKind } from '../threads/visible.js';
import { slugOf } from './slug.js';

export interface NewThread {
  category: number;
  title: string;
  /** Left out for a discussion. */
  kind?: ThreadKind;
  /** Whether the title is an article's, and not written by the author of post 1. */
  ofArticle: boolean;
}

/**
 * An empty thread; answers its id. The row of the counter stays locked until the commit: threads of the whole forum
 * get their ids one after the other.
 */
export async function openThread(
  tx: Transaction,
  { category, title, ofArticle, kind = THREAD_KINDS[0] }: NewThread,
  at: Date,
): Promise<number> {
  const [counter] = await tx.query<{ id: number }>(
    `update desk.counter set last = last + 1 where name = 'thread' returning last as id`,
  );
  if (counter === undefined) throw new Error('the counter of threads is missing');
  await tx.query(
    `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at, of_article,
       kind)
     values ($1, $2, $3, $4, 0, 0, $5, $5, $6, $7)`,
    [counter.id, category, title, slugOf(title), at, ofArticle, kind],
  );
  return counter.id;
}

/**
 * The next `count` numbers of a thread, for posts that were published elsewhere: rows that show nothing until a post
 * is put there. Answers the numbers. Their thread stays locked until the commit.
 */
export async function openPlaces(tx: Transaction, thread: number, count: number, at: Date): Promise<number[]> {
  const rows = await tx.query<{ number: number }>(
    `with opened as (update thread set last_number = last_number + $2 where id = $1
      returning id, category_id, last_number)
     insert into post (thread_id, category_id, number, author_role, source, html, excerpt, renderer_version,
       written_at, published_at, gone)
     select o.id, o.category_id, n, 'guest', '', '', '', 0, $3, $3, 'moved'
     from opened o, generate_series(o.last_number - $2 + 1, o.last_number) n returning number`,
    [thread, count, at],
  );
  return rows.map(({ number }) => number).sort((one, other) => one - other);
}
