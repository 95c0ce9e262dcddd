import { nameKey } from '../members/name-key.js';
import type { Reader } from '../database/reader.js';
import { POST_COLUMNS, postFrom, type RawPost } from './post-row.js';
import type { Audience, VisiblePost, VisibleThread } from './visible.js';

/** What is read, or carried away, at one go. */
export const POSTS_A_PART = 500;

/** A post with what its author typed; empty for one that is gone. */
export interface TextPost extends VisiblePost {
  source: string;
}

/** Up to 500 posts of a thread, from the first to the last number. */
export interface ThreadPart {
  posts: TextPost[];
  /** From 1 to `parts`. */
  part: number;
  parts: number;
  /** How many posts stand in all parts together. */
  standing: number;
  /** Whose posts alone these are, as they write their name; null for everyone's. */
  author: string | null;
}

interface AskedPart {
  part: number;
  author: string | null;
}

/** Null where there is no such part, or nothing by this author that this audience may read. */
export async function partOfThread(
  reader: Reader,
  audiences: Audience[],
  thread: Pick<VisibleThread, 'id' | 'lastNumber' | 'postCount'>,
  { part, author }: AskedPart,
): Promise<ThreadPart | null> {
  const from = (part - 1) * POSTS_A_PART;
  const rows =
    author === null
      ? await numbered(reader, audiences, thread.id, from)
      : await byAuthor(reader, audiences, thread.id, author, from);
  const [first] = rows;
  if (first === undefined) return null;
  const posts = rows.map((row) => ({ ...postFrom(row), source: row.goneHow === null ? row.source : '' }));
  const total = author === null ? thread.lastNumber : first.total;
  return {
    posts,
    part,
    parts: Math.max(1, Math.ceil(total / POSTS_A_PART)),
    standing: author === null ? thread.postCount : total,
    author: author === null ? null : first.authorName,
  };
}

type TextRow = RawPost & { source: string; total: number };

/** By number it is a range: the last part costs what the first does. */
function numbered(reader: Reader, audiences: Audience[], thread: number, from: number): Promise<TextRow[]> {
  return reader.query<TextRow>(
    `select ${POST_COLUMNS}, p.source, 0 as total
     from thread t
     join category c on c.id = t.category_id and c.audience = any($2)
     cross join lateral (
       select p.* from post p where p.thread_id = t.id and p.number between $3 and $4 order by p.number limit $5
     ) p
     left join member m on m.id = p.author_id
     where t.id = $1
     order by p.number`,
    [thread, audiences, from + 1, from + POSTS_A_PART, POSTS_A_PART],
  );
}

/**
 * A member by any spelling of their name, a guest by the one that they gave. What stands without a name is found by
 * none, and a tombstone says nothing of its author.
 */
function byAuthor(
  reader: Reader,
  audiences: Audience[],
  thread: number,
  author: string,
  from: number,
): Promise<TextRow[]> {
  return reader.query<TextRow>(
    `select ${POST_COLUMNS}, p.source, p.total
     from (
       select p.*, (count(*) over ())::int as total
       from post p
       join thread t on t.id = p.thread_id
       join category c on c.id = t.category_id and c.audience = any($2)
       left join member a on a.id = p.author_id
       where p.thread_id = $1 and p.gone is null
         and (a.name_key = $3 or (p.author_id is null and p.author_name <> '' and lower(p.author_name) = lower($4)))
       order by p.number offset $5 limit $6
     ) p
     left join member m on m.id = p.author_id
     order by p.number`,
    [thread, audiences, nameKey(author), author, from, POSTS_A_PART],
  );
}
