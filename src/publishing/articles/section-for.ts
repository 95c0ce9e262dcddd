import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import type { CommentedArticle } from '../../submissions/followed.js';
import type { SubmissionRow } from '../../submissions/submission-row.js';

export interface SectionRow {
  article: number;
  category: number;
  title: string;
  /** Null until its first comment is published. */
  thread: number | null;
}

/**
 * A transaction that makes an article or an alias known takes this lock first: a row that is not there yet cannot be
 * locked, and of two first comments that are accepted at once the second must find what the first one made. After the
 * submission and before the thread.
 */
export async function lockIdentifier(tx: Transaction, site: string, identifier: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('section'), hashtext($1))`, [`${site}\n${identifier}`]);
}

/** The row that this identifier or alias names, locked until the commit. */
async function lockSection(
  tx: Transaction,
  { site, identifier }: CommentedArticle,
): Promise<(SectionRow & { removed: boolean }) | null> {
  const [row] = await tx.query<SectionRow & { removed: boolean }>(
    `select ar.id as article, h.category_id as category, ar.title, ar.thread_id as thread, ar.removed
     from host_site h join article ar on ar.id = coalesce((select id from article where site_id = h.id
       and identifier = $2),
       (select article_id from article_alias where site_id = h.id and identifier = $2))
     where h.slug = $1 for update of ar`,
    [site, identifier],
  );
  return row ?? null;
}

/**
 * The section that a comment goes to, locked; its article is made known now, if nobody has done so, in the words that
 * its site had signed. @throws Conflict when the article was removed.
 */
export async function sectionFor(tx: Transaction, submission: SubmissionRow): Promise<SectionRow> {
  const { article } = submission;
  if (article === null) throw new Error(`submission ${submission.id} is about no article`);
  await lockIdentifier(tx, article.site, article.identifier);
  const known = await lockSection(tx, article);
  if (known?.removed === true) throw new Conflict('article-removed');
  if (known !== null) return known;
  const [made] = await tx.query<SectionRow>(
    `insert into article (site_id, identifier, title, url) select h.id, $2, $3, $4 from host_site h where h.slug = $1
     returning id as article, title, null::int as thread, (select category_id from host_site
       where id = site_id) as category`,
    [article.site, article.identifier, article.title, article.url],
  );
  if (made === undefined) throw new Conflict('article-removed');
  return made;
}
