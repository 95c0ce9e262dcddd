import { knowArticle } from '../../publishing/articles/know-article.js';
import type { ArticlePolicy } from '../../threads/visible.js';
import { instantOf } from '../words/instant.js';
import { mended } from '../words/mended.js';
import { plainTitle, threadTitle } from '../words/title.js';
import type { Move } from './move.js';

const AT_ONCE = 100;

interface Row {
  id: number;
  title: string;
  at: string;
  language: string;
  accepts: string;
}

/**
 * SPIP writes its default, which publishes everything at once, into each article, so that value was chosen by nobody.
 * Only "account needed" and "closed" were chosen and are kept; any other article follows its site's policy.
 */
const POLICIES: Readonly<Record<string, ArticlePolicy>> = { abo: 'members', non: 'closed' };

/**
 * Makes the published articles known, whether they have messages or not; those that are known get their title of
 * today.
 */
export async function bringArticles(move: Move): Promise<void> {
  const { staging, prefix, report } = move;
  const counted = staging.one<{ count: number }>(
    `select count(*) as count from article where prefix = ? and status <> 'publie'`,
    prefix,
  );
  report.articles.unpublished = counted?.count ?? 0;
  for (let last = 0, rows = nextRows(move, last); rows.length > 0; rows = nextRows(move, last)) {
    await bringSome(move, rows);
    last = rows.at(-1)?.id ?? last;
  }
  report.read.articles = report.articles.made + report.articles.known + report.articles.unpublished;
}

function nextRows({ staging, prefix }: Move, after: number): Row[] {
  return staging.all<Row>(
    `select id, title, at, language, accepts from article where prefix = ? and status = 'publie' and id > ? order by id
      limit ${AT_ONCE}`,
    prefix,
    after,
  );
}

async function bringSome(move: Move, rows: Row[]): Promise<void> {
  const known = await move.writer.query<{ identifier: string }>(
    `select identifier from article where site_id = $1 and identifier = any($2)
     union select identifier from article_alias where site_id = $1 and identifier = any($2)`,
    [move.site.id, rows.map(({ id }) => String(id))],
  );
  const there = new Set(known.map(({ identifier }) => identifier));
  const articles = rows.map((row) => articleOf(move, row, there.has(String(row.id))));
  move.report.articles.known += there.size;
  move.report.articles.made += rows.length - there.size;
  if (move.dry) return;
  await move.writer.transaction(async (tx) => {
    for (const article of articles) await knowArticle(tx, article);
  });
}

/** A second import does not change what an administrator has set here since. */
function articleOf(move: Move, row: Row, known: boolean): Parameters<typeof knowArticle>[1] {
  const policy = POLICIES[row.accepts] ?? null;
  if (policy !== null && !known)
    move.report.notice(policy === 'members' ? 'article-members' : 'article-closed', row.id);
  const plain = plainTitle(mended(row.title), row.language);
  const title = threadTitle(plain, `Article ${row.id}`);
  if (title !== plain) move.report.notice('article-title-cut', row.id);
  return {
    site: move.site.slug,
    identifier: String(row.id),
    title,
    url: move.addresses.article(row.id),
    datedAt: instantOf(row.at, move.timeZone),
    policy: known ? null : policy,
  };
}
