import type { Reader } from '../database/reader.js';
import { POST_COLUMNS, postFrom, type RawPost } from './post-row.js';
import type { Audience, VisiblePost, VisibleThread } from './visible.js';

/** At most this many posts in one answer. */
export const CATCH_UP = 50;

/** What happened in a thread; asking again with `after` and `changes` gives what follows. */
export interface Since {
  /** In the order of their numbers. */
  posts: VisiblePost[];
  after: number;
  changes: number;
  more: boolean;
}

/**
 * Two walks along two indexes, each stopped after one row more than fits: changes by the thread's own counter, new
 * posts by number. A changed post that the page does not have yet is left to the second walk. Changes that do not fit
 * are given alone, so that `changes` can name the last one that was given and nothing between two answers is lost. The
 * thread was read before: a change made meanwhile comes once more, which is better than never.
 */
export async function since(
  reader: Reader,
  audiences: Audience[],
  thread: VisibleThread,
  after: number,
  changes: number,
): Promise<Since> {
  const rows = await reader.query<RawPost & { isNew: boolean }>(
    `with visible as materialized (
       select t.id from thread t join category c on c.id = t.category_id where t.id = $1 and c.audience = any($2)
     ), found as (
       (select p.*, false as is_new from post p join visible on p.thread_id = visible.id
        where p.thread_id = $1 and p.change > 0 and p.change > $4 order by p.change limit $5)
       union all
       (select p.*, true as is_new from post p join visible on p.thread_id = visible.id
        where p.thread_id = $1 and p.number > $3 order by p.number limit $5)
     )
     select ${POST_COLUMNS}, p.is_new as "isNew" from found p left join member m on m.id = p.author_id
       order by p.number`,
    [thread.id, audiences, after, changes, CATCH_UP + 1],
  );
  const byChange = rows.filter((row) => !row.isNew).sort((a, b) => a.change - b.change);
  const changed = byChange.slice(0, CATCH_UP);
  const known = changed.filter((row) => row.number <= after);
  if (byChange.length > CATCH_UP) {
    return answer(known, after, changed.at(-1)?.change ?? changes, true);
  }
  const published = rows.filter((row) => row.isNew);
  const room = published.slice(0, CATCH_UP - known.length);
  return answer(
    [...known, ...room],
    room.at(-1)?.number ?? after,
    Math.max(thread.changes, changes),
    room.length < published.length,
  );
}

function answer(rows: RawPost[], after: number, changes: number, more: boolean): Since {
  return { posts: rows.sort((a, b) => a.number - b.number).map(postFrom), after, changes, more };
}
