import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { CATEGORY_COLUMNS, categoryFrom, type CategoryRow } from '../categories/category-row.js';
import { fold } from '../markup/fold.js';
import { Reader } from '../database/reader.js';
import { readCursor, writeCursor } from './cursor.js';
import type { Audience, PostRow, Slice, VisiblePost } from './visible.js';

const POSTS_A_SLICE = 20;
const MOST_TAGS = 500;
const MOST_PROPOSED = 8;

/** A tag as one audience sees it. */
export interface VisibleTag {
  /** Folded, as it stands in addresses. */
  tag: string;
  /** As most of the posts that this audience may read spell it. */
  spelling: string;
  /** How many of these posts have it. */
  count: number;
}

/** A line of a tag's page. */
export interface TaggedPost extends PostRow {
  author: VisiblePost['author'];
}

interface Row extends CategoryRow, Omit<TaggedPost, 'thread' | 'author'> {
  id: number;
  slug: string;
  title: string;
  authorName: string;
  authorRole: VisiblePost['author']['role'];
  place: string;
}

/** What people have tagged with `#mot`. A tag that no post of this audience has is none. */
@Injectable()
export class Tags {
  constructor(private readonly reader: Reader) {}

  /** Those in use, the commonest first. */
  all(audience: Audience): Promise<VisibleTag[]> {
    return this.read(audience, 'true', []);
  }

  /** Up to eight of those in use, the commonest first. */
  async beginningWith(audience: Audience, typed: string): Promise<VisibleTag[]> {
    const start = fold(typed);
    const tags = await this.all(audience);
    return tags.filter(({ tag }) => tag.startsWith(start)).slice(0, MOST_PROPOSED);
  }

  async one(audience: Audience, tag: string): Promise<VisibleTag | null> {
    return (await this.read(audience, 'g.tag = $2', [tag]))[0] ?? null;
  }

  /** Newest first. Each category gives its own along its index. @throws NotFound for a wrong cursor. */
  async posts(audience: Audience, tag: string, cursor: string | null): Promise<Slice<TaggedPost>> {
    const after = cursor === null ? null : readCursor(cursor, 2);
    const rows = await this.reader.query<Row>(
      `select p.number, p.excerpt, p.written_at as "writtenAt", p.published_at as "publishedAt",
         coalesce(m.name, p.author_name) as "authorName", p.author_role as "authorRole",
         (extract(epoch from g.published_at) * 1000000)::bigint::text as "place", t.id, t.slug, t.title,
         ${CATEGORY_COLUMNS}
       from category c
       cross join lateral (
         select g.* from post_tag g where g.tag = $2 and g.category_id = c.id and ($3::bigint is null
           or (g.published_at, g.thread_id, g.number) <
             (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::int, $5::int))
         order by g.published_at desc, g.thread_id desc, g.number desc limit ${POSTS_A_SLICE + 1}
       ) g
       join post p on p.thread_id = g.thread_id and p.number = g.number
       join thread t on t.id = p.thread_id
       left join member m on m.id = p.author_id
       where c.audience = any($1)
       order by g.published_at desc, g.thread_id desc, g.number desc limit ${POSTS_A_SLICE + 1}`,
      [audiencesOf(audience), tag, after?.place ?? null, after?.ids[0] ?? null, after?.ids[1] ?? null],
    );
    const shown = rows.slice(0, POSTS_A_SLICE);
    const last = shown.at(-1);
    return {
      rows: shown.map(taggedFrom),
      next: rows.length > POSTS_A_SLICE && last !== undefined ? writeCursor(last.place, last.id, last.number) : null,
    };
  }

  private read(audience: Audience, which: string, values: unknown[]): Promise<VisibleTag[]> {
    return this.reader.query<VisibleTag>(
      `select g.tag, mode() within group (order by g.spelling) as spelling, count(*)::int as count
       from post_tag g join category c on c.id = g.category_id and c.audience = any($1) where ${which}
       group by g.tag order by count desc, g.tag limit ${MOST_TAGS}`,
      [audiencesOf(audience), ...values],
    );
  }
}

function taggedFrom({ id, slug, title, authorName, authorRole, ...row }: Row): TaggedPost {
  return {
    thread: { id, slug, title, category: categoryFrom(row) },
    author: { name: authorName, role: authorRole },
    number: row.number,
    excerpt: row.excerpt,
    writtenAt: row.writtenAt,
    publishedAt: row.publishedAt,
  };
}
