import type { Transaction } from '../../database/transaction.js';
import { excerpt } from '../../markup/excerpt.js';
import { render, RENDERER_VERSION } from '../../markup/render.js';
import type { Language } from '../../visitors/visitor.js';
import { publicHtml } from '../public-html.js';
import { EXCERPT } from '../published.js';
import type { Way } from './walks.js';

/** Rows that hold HTML beside the text that it was drawn from. */
export interface DrawnRows {
  name: string;
  /**
   * The rows of one batch that an older renderer has drawn, in the order of their keys; $1 is where the last one ended
   * (null at the beginning), $2 the version, $3 how many. Answers `key`, `source` and, where it matters, `number`.
   */
  old: string;
  /**
   * Puts the new HTML there, unless the text is another one by now: $1 its key, $2 its source, $3 HTML, $4 version, $5
   * excerpt.
   */
  put: string;
}

/** A key of two or three numbers as one text, which sorts as they do, and back. */
const POST_KEY = `lpad(thread_id::text, 10, '0') || ' ' || lpad(number::text, 10, '0')`;
const OF_POST = `thread_id = split_part($1, ' ', 1)::int and number = split_part($1, ' ', 2)::int`;
const AFTER = (columns: string): string =>
  `($1::text is null or (${columns}) > (split_part($1, ' ', 1)::int, split_part($1, ' ', 2)::int`;

/** Every table that holds drawn texts; what is public first. */
export const DRAWN_ROWS: readonly DrawnRows[] = [
  {
    name: 'redraw-posts',
    old: `select ${POST_KEY} as key, source, number from post
      where ${AFTER('thread_id, number')})) and renderer_version < $2 and source <> ''
      order by thread_id, number limit $3`,
    put: `update post set html = $3, excerpt = $5, renderer_version = $4
      where ${OF_POST} and source = $2 and renderer_version < $4`,
  },
  {
    name: 'redraw-profiles',
    old: `select lpad(member_id::text, 10, '0') as key, source, null as number from profile
      where ($1::text is null or member_id > $1::int) and renderer_version < $2 order by member_id limit $3`,
    put: `update profile set html = $3, renderer_version = $4
      where member_id = $1::int and source = $2 and renderer_version < $4 and $5::text is not null`,
  },
  {
    name: 'redraw-revisions',
    old: `select ${POST_KEY} || ' ' || lpad(revision::text, 10, '0') as key, source, number from desk.revision
      where ${AFTER('thread_id, number, revision')}, split_part($1, ' ', 3)::int))
        and coalesce(renderer_version, 0) < $2
      order by thread_id, number, revision limit $3`,
    // Readers see a copy of it, in public.revision.
    put: `with redrawn as (update desk.revision set html = $3, renderer_version = $4
      where ${OF_POST} and revision = split_part($1, ' ', 3)::int and source = $2 and $5::text is not null
      returning thread_id, number, revision)
      update public.revision r set html = $3 from redrawn d
      where r.thread_id = d.thread_id and r.number = d.number and r.revision = d.revision`,
  },
  {
    name: 'redraw-submissions',
    old: `select id::text as key, source, null as number from desk.submission
      where ($1::text is null or id > $1::uuid) and renderer_version < $2 and source <> '' order by id limit $3`,
    put: `update desk.submission set html = $3, renderer_version = $4
      where id = $1::uuid and source = $2 and renderer_version < $4 and $5::text is not null`,
  },
  // The last two tables do not note which renderer has drawn a row: all their rows are drawn again, once for each
  // version.
  {
    name: 'redraw-removed-posts',
    old: `select ${POST_KEY} as key, source, number from desk.removed_post
      where ${AFTER('thread_id, number')})) and source <> '' and $2::int > 0
      order by thread_id, number limit $3`,
    put: `update desk.removed_post set html = $3, excerpt = $5 where ${OF_POST} and source = $2 and $4::int > 0`,
  },
  {
    name: 'redraw-versions',
    old: `select submission_id::text || ' ' || lpad(version::text, 10, '0') as key, source, null as number
      from desk.submission_version
      where ($1::text is null or (submission_id, version) > (split_part($1, ' ', 1)::uuid, split_part($1, ' ', 2)::int))
        and source <> '' and $2::int > 0
      order by submission_id, version limit $3`,
    put: `update desk.submission_version set html = $3
      where submission_id = split_part($1, ' ', 1)::uuid and version = split_part($1, ' ', 2)::int and source = $2
        and $4::int > 0 and $5::text is not null`,
  },
];

/** What these rows are like when this renderer has drawn them. */
export const drawn = ({ name }: DrawnRows): Omit<Way, 'batch'> => ({ name, goal: `${RENDERER_VERSION}` });

interface Old {
  key: string;
  source: string;
  number: number | null;
}

const BATCH = 100;

/** Draws the rows of one batch anew. Answers where it ended, or null when there are no more. */
export async function redraw(
  tx: Transaction,
  rows: DrawnRows,
  language: Language,
  reached: string,
): Promise<string | null> {
  const old = await tx.query<Old>(rows.old, [reached === '' ? null : reached, RENDERER_VERSION, BATCH]);
  for (const { key, source, number } of old) {
    const own = render(source, language);
    const html = number === null ? own : await publicHtml(tx, own, number);
    await tx.query(rows.put, [key, source, html, RENDERER_VERSION, excerpt(html, EXCERPT)]);
  }
  return old.at(-1)?.key ?? null;
}
