import type { Reader } from '../database/reader.js';
import { type Around, liesIn } from '../towns/around.js';
import { writeCursor, type Cursor } from './cursor.js';
import { LISTED_COLUMNS, listedFrom, WITH_LAST_POST, type ListedThread } from './thread-row.js';
import { type Audience, ROWS_A_SLICE, type Slice, type ThreadRow } from './visible.js';

/**
 * The last threads of each category that the audience may read, by one query. @returns rows of all, newest first in
 * each.
 */
export async function latestThreads(reader: Reader, audiences: Audience[], each: number): Promise<ThreadRow[]> {
  return (await read(reader, [audiences, null, null, each, null, null], 'c.position, c.id, ')).map(listedFrom);
}

/**
 * Threads by their last publication, newest first; of one category or, with null, of all that the audience may read.
 */
export async function sliceOfThreads(
  reader: Reader,
  audiences: Audience[],
  category: number | null,
  after: Cursor | null,
): Promise<Slice<ThreadRow>> {
  const more = ROWS_A_SLICE + 1;
  const rows = await read(reader, [audiences, after?.place ?? null, after?.ids[0] ?? null, more, more, category], '');
  const shown = rows.slice(0, ROWS_A_SLICE);
  const last = shown.at(-1);
  return {
    rows: shown.map(listedFrom),
    next: rows.length > ROWS_A_SLICE && last !== undefined ? writeCursor(last.place, last.id) : null,
  };
}

/** Of the threads at the top of a category, pinned ones among them, the last one to move first. */
export async function latestIds(reader: Reader, audiences: Audience[], category: number): Promise<number[]> {
  const rows = await reader.query<{ id: number }>(
    `select t.id from thread t join category c on c.id = t.category_id and c.audience = any($1)
     where t.category_id = $2 and t.moved_to is null order by t.last_post_at desc, t.id desc limit ${ROWS_A_SLICE}`,
    [audiences, category],
  );
  return rows.map(({ id }) => id);
}

/** What a moderator put on top of a category, the last one first; few, because the desk lets no more be there. */
export async function pinnedThreads(reader: Reader, audiences: Audience[], category: number): Promise<ThreadRow[]> {
  const rows = await reader.query<ListedThread>(
    `select ${LISTED_COLUMNS}
     from (select t.* from thread t where t.category_id = $2 and t.pinned_at is not null
       order by t.pinned_at desc, t.id desc limit ${ROWS_A_SLICE}) t
     join category c on c.id = t.category_id and c.audience = any($1) ${WITH_LAST_POST}
     order by t.pinned_at desc, t.id desc`,
    [audiences, category],
  );
  return rows.map(listedFrom);
}

/** These threads as a list shows them, the last one to move first. */
export async function rowsOfThreads(reader: Reader, audiences: Audience[], ids: number[]): Promise<ThreadRow[]> {
  const rows = await reader.query<ListedThread>(
    `select ${LISTED_COLUMNS} from thread t join category c on c.id = t.category_id
      and c.audience = any($1) ${WITH_LAST_POST}
     where t.id = any($2) and t.moved_to is null order by t.last_post_at desc, t.id desc`,
    [audiences, ids],
  );
  return rows.map(listedFrom);
}

/** The threads that are tied to a town there, the last one to move first. */
export async function threadsAround(reader: Reader, audiences: Audience[], around: Around): Promise<ThreadRow[]> {
  const values: unknown[] = [audiences];
  const wanted = liesIn(around, 'w.town_code', (each) => `$${values.push(each)}`);
  const rows = await reader.query<ListedThread>(
    `select ${LISTED_COLUMNS} from thread_town w join thread t on t.id = w.thread_id and t.moved_to is null
       and not t.retired
     join category c on c.id = t.category_id and c.audience = any($1) ${WITH_LAST_POST}
     where ${wanted.join(' and ')} order by t.last_post_at desc, t.id desc limit ${ROWS_A_SLICE}`,
    values,
  );
  return rows.map(listedFrom);
}

/**
 * Each category gives its newest threads from its own index and the newest of those are kept. The obvious walk along
 * all threads by date, leaving out what this audience may not read, would have no bound: a busy category for members
 * could stand before the first thread that a guest may see.
 */
function read(reader: Reader, values: unknown[], before: string): Promise<ListedThread[]> {
  const since =
    values[1] === null
      ? 'cast($2 as bigint) is null and cast($3 as int) is null'
      : `(t.last_post_at, t.id) < (timestamptz 'epoch' + cast($2 as bigint) * interval '1 microsecond',
        cast($3 as int))`;
  return reader.query<ListedThread>(
    `select ${LISTED_COLUMNS}
     from (
       select newest.*
       from category c
       cross join lateral (
         select t.* from thread t where t.category_id = c.id and t.moved_to is null and (cast($6 as int) is null
           or t.pinned_at is null) and ${since}
         order by t.last_post_at desc, t.id desc limit $4
       ) newest
       where c.audience = any($1) and (cast($6 as int) is null or c.id = $6)
       order by newest.last_post_at desc, newest.id desc limit $5
     ) t
     join category c on c.id = t.category_id and c.audience = any($1)
     ${WITH_LAST_POST}
     order by ${before}t.last_post_at desc, t.id desc`,
    values,
  );
}
