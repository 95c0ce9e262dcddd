import type { Reader } from '../database/reader.js';
import { CATEGORY_COLUMNS, categoryFrom, type CategoryRow } from '../categories/category-row.js';
import { memberNamed, type NamedMember } from './member-profile.js';
import { writeCursor, type Cursor } from './cursor.js';
import type { Audience, PostRow, Slice } from './visible.js';

const POSTS_A_SLICE = 20;

/**
 * What this audience may know of a member: for everyone, of those alone who have published something that they may
 * read, or who say something of themselves; for members, of each other.
 */
export interface VisibleMember extends NamedMember {
  posts: Slice<PostRow>;
}

interface RawPostRow extends CategoryRow, Omit<PostRow, 'thread'> {
  id: number;
  slug: string;
  title: string;
  place: string;
}

/**
 * Standing posts of the member whose name has this key, newest first, and what they say of themselves; null when there
 * is nothing that this audience may read, whether or not there is such a member. Categories are asked one by one along
 * the index of an author's posts in a category, because an author's posts that this audience may not read have no
 * bound.
 */
export async function postsOfMember(
  reader: Reader,
  audiences: Audience[],
  nameKey: string,
  after: Cursor | null,
): Promise<VisibleMember | null> {
  const from =
    after === null
      ? 'cast($3 as bigint) is null and cast($4 as int) is null and cast($5 as int) is null'
      : `(p.published_at, p.thread_id, p.number) <
       (timestamptz 'epoch' + cast($3 as bigint) * interval '1 microsecond', cast($4 as int), cast($5 as int))`;
  const rows = await reader.query<RawPostRow>(
    `select p.number, p.excerpt, p.written_at as "writtenAt",
       p.published_at as "publishedAt", (extract(epoch from p.published_at) * 1000000)::bigint::text as "place",
       t.id, t.slug, t.title, ${CATEGORY_COLUMNS}
     from member m
     join category c on c.audience = any($1)
     cross join lateral (
       select p.* from post p where p.author_id = m.id and p.category_id = c.id and p.gone is null and ${from}
       order by p.published_at desc, p.thread_id desc, p.number desc limit $6
     ) p
     join thread t on t.id = p.thread_id
     where m.name_key = $2
     order by p.published_at desc, p.thread_id desc, p.number desc limit $6`,
    [audiences, nameKey, after?.place ?? null, after?.ids[0] ?? null, after?.ids[1] ?? null, POSTS_A_SLICE + 1],
  );
  const member = await memberNamed(reader, nameKey);
  const known = rows.length > 0 || member?.profile != null || audiences.includes('members');
  if (member === null || !known) return null;
  const shown = rows.slice(0, POSTS_A_SLICE);
  const last = shown.at(-1);
  return {
    ...member,
    posts: {
      rows: shown.map(postRowFrom),
      next: rows.length > POSTS_A_SLICE && last !== undefined ? writeCursor(last.place, last.id, last.number) : null,
    },
  };
}

function postRowFrom(row: RawPostRow): PostRow {
  return {
    thread: { id: row.id, slug: row.slug, title: row.title, category: categoryFrom(row) },
    number: row.number,
    excerpt: row.excerpt,
    writtenAt: row.writtenAt,
    publishedAt: row.publishedAt,
  };
}
