import type { Queries } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { ArticlePolicy } from '../../threads/visible.js';

export interface AdministeredArticle {
  id: number;
  identifier: string;
  title: string;
  url: string;
  thread: number | null;
  comments: number;
  policy: ArticlePolicy | null;
  /** A day, or nothing. */
  dated: string;
  removed: boolean;
  aliases: string[];
}

export interface ArticleSlice {
  articles: AdministeredArticle[];
  /** For the next page; null at the end. */
  before: number | null;
}

const A_PAGE = 50;
const COLUMNS = `a.id, a.identifier, a.title, a.url, a.thread_id as thread, coalesce(t.post_count, 0) as comments,
  a.policy,
  coalesce(to_char(a.dated_at at time zone 'UTC', 'YYYY-MM-DD'), '') as dated, a.removed,
  array(select identifier from article_alias where article_id = a.id order by identifier limit 100) as aliases`;
const FROM = 'from host_site h join article a on a.site_id = h.id left join thread t on t.id = a.thread_id';

export async function articlesOf(
  from: Queries,
  site: string,
  before: number | null,
  q: string,
): Promise<ArticleSlice> {
  const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await from.query<AdministeredArticle>(
    `select ${COLUMNS} ${FROM} where h.slug = $1 and ($2::int is null or a.id < $2) and ($3 = '%%' or a.title ilike $3
      or a.identifier ilike $3)
     order by a.id desc limit ${A_PAGE + 1}`,
    [site, before, like],
  );
  const articles = rows.slice(0, A_PAGE);
  return { articles, before: rows.length > A_PAGE ? (articles.at(-1)?.id ?? null) : null };
}

/** @throws NotFound */
export async function articleOf(from: Queries, site: string, id: number): Promise<AdministeredArticle> {
  const [row] = await from.query<AdministeredArticle>(`select ${COLUMNS} ${FROM} where h.slug = $1 and a.id = $2`, [
    site,
    id,
  ]);
  if (row === undefined) throw new NotFound();
  return row;
}
