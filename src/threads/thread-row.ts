import { CATEGORY_COLUMNS, categoryFrom, type CategoryRow } from '../categories/category-row.js';
import { ARTICLE_OF_THREAD, articleFrom, type RawArticle } from './article-row.js';
import { DURING, duringFrom, type RawDuring } from './during.js';
import { townSlug } from '../towns/town-row.js';
import { hasFacts, THREAD_KINDS, type ThreadDate, type ThreadRow, type VisibleThread } from './visible.js';

/** In a list of SQL. */
const WITH_FACTS = THREAD_KINDS.filter(hasFacts)
  .map((kind) => `'${kind}'`)
  .join(', ');

/** The dates of a workshop as lists speak of them; null for other threads. */
const DATES = `case when t.kind = any(array[${WITH_FACTS}]) then (select json_agg(json_build_object('cancelled',
  d.state = 'cancelled',
  'full', d.is_full, 'moved', d.moved_from is not null, 'endsAt', d.ends_at) order by d.starts_at)
  from workshop_date d where d.thread_id = t.id) end as dates`;

/** The town that it is tied to. */
const TIE = `(select json_build_object('code', o.code, 'name', o.name, 'department', o.department_code)
  from thread_town w join town o on o.code = w.town_code where w.thread_id = t.id)`;

/** Columns of a thread called `t` and its category `c`. */
export const THREAD_COLUMNS = `t.id, t.kind, t.slug, t.title, t.retired, t.locked, t.pinned_at is not null as pinned,
  t.post_count as "postCount", t.last_number as "lastNumber", t.words,
  t.changes, t.published_at as "publishedAt", t.last_post_at as "lastPostAt", ${ARTICLE_OF_THREAD} as article, ${DATES},
  ${TIE} as tie, ${DURING} as during,
    ${CATEGORY_COLUMNS}`;

export interface RawThread
  extends CategoryRow, Omit<VisibleThread, 'category' | 'article' | 'dates' | 'tie' | 'during'> {
  dates: (Omit<ThreadDate, 'endsAt'> & { endsAt: string })[] | null;
  article: RawArticle | null;
  during: RawDuring | null;
  tie: Omit<NonNullable<VisibleThread['tie']>, 'slug'> | null;
}

export function threadFrom(row: RawThread): VisibleThread {
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    title: row.title,
    retired: row.retired,
    dates: (row.dates ?? []).map((date) => ({ ...date, endsAt: new Date(date.endsAt) })),
    tie: row.tie === null ? null : { ...row.tie, slug: townSlug(row.tie.name) },
    during: duringFrom(row.during),
    locked: row.locked,
    pinned: row.pinned,
    category: categoryFrom(row),
    article: articleFrom(row.article),
    postCount: row.postCount,
    lastNumber: row.lastNumber,
    words: row.words,
    changes: row.changes,
    publishedAt: row.publishedAt,
    lastPostAt: row.lastPostAt,
  };
}

/**
 * Joins to a thread `t` the last post that still stands. A lateral join, because the index of standing posts answers
 * it with one row for each thread, however long the thread is.
 */
export const WITH_LAST_POST = `left join lateral (
    select p.number, coalesce(m.name, p.author_name) as author, p.author_role as role, p.excerpt, p.published_at
    from post p left join member m on m.id = p.author_id
    where p.thread_id = t.id and p.gone is null
    order by p.number desc limit 1
  ) l on true`;

/** What a list selects: the thread, its last standing post, and its place in the list for the cursor. */
export const LISTED_COLUMNS = `${THREAD_COLUMNS}, l.number as "lastPost", l.author as "lastAuthor",
  l.role as "lastRole",
  l.excerpt as "lastExcerpt", l.published_at as "lastPublishedAt",
  (extract(epoch from t.last_post_at) * 1000000)::bigint::text as "place"`;

export interface ListedThread extends RawThread {
  lastPost: number | null;
  lastAuthor: string;
  lastRole: NonNullable<ThreadRow['last']>['author']['role'];
  lastExcerpt: string;
  lastPublishedAt: Date;
  /**
   * Microseconds since 1970: a Date would round what PostgreSQL compares, and the next slice would lose or repeat
   * rows.
   */
  place: string;
}

export function listedFrom(row: ListedThread): ThreadRow {
  return {
    thread: threadFrom(row),
    last:
      row.lastPost === null
        ? null
        : {
            number: row.lastPost,
            author: { name: row.lastAuthor, role: row.lastRole },
            excerpt: row.lastExcerpt,
            publishedAt: row.lastPublishedAt,
          },
  };
}
