import { Not } from 'typeorm';
import { type ArticleWords, articleWords } from '../../articles/article-words.js';
import type { Transaction } from '../../database/transaction.js';
import { Invalid } from '../../errors/errors.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { ArticlePolicy } from '../../threads/visible.js';
import { slugOf } from '../slug.js';
import { lockIdentifier } from './section-for.js';

export interface KnownArticle extends ArticleWords {
  /** When it appeared on its site; null leaves what is known. */
  datedAt: Date | null;
  policy: ArticlePolicy | null;
}

interface Row {
  id: number;
  thread: number | null;
  category: number;
}

/**
 * An administrator, a feed or a dump gives the title and the address of an article: its row is made or brought up to
 * date, and the title of its thread follows. Doing it twice changes nothing. An article that has this identifier only
 * as an alias keeps its title and address, which are those of the page with its main identifier. Answers its id; null
 * for a site that does not exist.
 *
 * @throws Invalid for words that no article has: a title of two lines, an address that is none.
 */
export async function knowArticle(
  tx: Transaction,
  { site, identifier, title, url, datedAt, policy }: KnownArticle,
): Promise<number | null> {
  const wrong =
    articleWords
      .safeParse({ site, identifier, title, url })
      .error?.issues.map(({ path: [field] }) => [String(field), 'wrong-value']) ?? [];
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong));
  await lockIdentifier(tx, site, identifier);
  const [row] = await tx.query<Row>(
    `with named as (
       select al.article_id as id, null::int as thread_id, al.site_id
       from host_site h join article_alias al on al.site_id = h.id and al.identifier = $2 where h.slug = $1
     ), made as (
       insert into article as ar (site_id, identifier, title, url, dated_at, policy)
       select h.id, $2, $3, $4, $5, $6 from host_site h where h.slug = $1 and not exists (select 1 from named)
       on conflict (site_id, identifier) do update set title = excluded.title, url = excluded.url,
         dated_at = coalesce(excluded.dated_at, ar.dated_at), policy = coalesce(excluded.policy, ar.policy)
       returning id, thread_id, site_id
     )
     select k.id, k.thread_id as thread, h.category_id as category from (select * from named union all select *
       from made) k
     join host_site h on h.id = k.site_id`,
    [site, identifier, title, url, datedAt, policy],
  );
  if (row === undefined) return null;
  if (row.thread !== null) await rename(tx, row.thread, row.category, title);
  return row.id;
}

/** The title of a section's thread is the article's. */
export async function rename(tx: Transaction, thread: number, category: number, title: string): Promise<void> {
  const { affected } = await tx
    .repository(ThreadEntity)
    .update({ id: thread, title: Not(title) }, { title, slug: slugOf(title) });
  if (affected === 1) await tx.tell({ news: 'PostChanged', category, thread, number: 1 });
}
