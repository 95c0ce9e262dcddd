import type { Reader } from '../database/reader.js';
import { type Cursor, writeCursor } from './cursor.js';
import { rowsOfThreads } from './thread-lists.js';
import { type Audience, ROWS_A_SLICE, type Slice, type ThreadRow } from './visible.js';

/**
 * The threads that the member whose name has this key has opened, newest first: those whose first post stands and is
 * theirs. The section of an article was opened by nobody.
 */
export async function openedThreads(
  reader: Reader,
  audiences: Audience[],
  nameKey: string,
  after: Cursor | null,
): Promise<Slice<ThreadRow>> {
  const from =
    after === null
      ? 'cast($3 as bigint) is null and cast($4 as int) is null'
      : `(p.published_at, p.thread_id) <
       (timestamptz 'epoch' + cast($3 as bigint) * interval '1 microsecond', cast($4 as int))`;
  const found = await reader.query<{ id: number; place: string }>(
    `select p.thread_id as id, (extract(epoch from p.published_at) * 1000000)::bigint::text as place
     from member m
     join category c on c.audience = any($1)
     cross join lateral (
       select p.* from post p join thread t on t.id = p.thread_id and not t.of_article
       where p.author_id = m.id and p.category_id = c.id and p.number = 1 and p.gone is null and ${from}
       order by p.published_at desc, p.thread_id desc limit $5
     ) p
     where m.name_key = $2
     order by p.published_at desc, p.thread_id desc limit $5`,
    [audiences, nameKey, after?.place ?? null, after?.ids[0] ?? null, ROWS_A_SLICE + 1],
  );
  const shown = found.slice(0, ROWS_A_SLICE);
  const rows = new Map(
    (
      await rowsOfThreads(
        reader,
        audiences,
        shown.map(({ id }) => id),
      )
    ).map((row) => [row.thread.id, row]),
  );
  const last = shown.at(-1);
  return {
    rows: shown.flatMap(({ id }) => rows.get(id) ?? []),
    next: found.length > ROWS_A_SLICE && last !== undefined ? writeCursor(last.place, last.id) : null,
  };
}
