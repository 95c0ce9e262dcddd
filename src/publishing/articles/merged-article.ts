import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { MergedArticleEntity } from './merged-article.entity.js';
import { lockIdentifier } from './section-for.js';

/** An article whose section is another's now. */
export interface MergedArticle {
  title: string;
  /** The identifiers by which its site calls it, its own first. */
  names: string[];
}

/** Stores the article as it is, before its section is merged, so that this can be undone. */
export async function keepArticle(tx: Transaction, id: number): Promise<void> {
  await tx.query(
    `insert into desk.merged_article (thread_id, id, site_id, identifier, title, url, policy, dated_at, removed,
      aliases)
     select thread_id, id, site_id, identifier, title, url, policy, dated_at, removed,
       array(select identifier from article_alias where article_id = a.id order by identifier)
     from article a where id = $1`,
    [id],
  );
}

/**
 * The stored article of a merged thread. Locks its identifiers before the threads, in the same order as the acceptance
 * of a comment.
 */
export async function lockMerged(tx: Transaction, thread: number): Promise<MergedArticle | null> {
  const [kept] = await tx.query<MergedArticle & { site: string }>(
    `select m.title, array[m.identifier] || m.aliases as names, h.slug as site
     from desk.merged_article m join host_site h on h.id = m.site_id where m.thread_id = $1`,
    [thread],
  );
  if (kept === undefined) return null;
  for (const name of kept.names.toSorted()) await lockIdentifier(tx, kept.site, name);
  return kept;
}

/**
 * Gives the article its thread and its names again. @throws Conflict when one of the names is not the other section's
 * any more.
 */
export async function giveArticleBack(
  tx: Transaction,
  { names }: MergedArticle,
  thread: number,
  from: number,
): Promise<void> {
  const taken = await tx.query(
    `delete from article_alias al using article a
     where a.thread_id = $1 and al.article_id = a.id and al.identifier = any($2) returning al.identifier`,
    [from, names],
  );
  if (taken.length !== names.length) throw new Conflict('decided-since');
  // Under the id that it had: pages and rows of the administrators' log name it.
  await tx.query(
    `insert into article (id, site_id, identifier, title, url, thread_id, policy, dated_at,
      removed) overriding system value
     select id, site_id, identifier, title, url, thread_id, policy, dated_at, removed from desk.merged_article
       where thread_id = $1`,
    [thread],
  );
  await tx.query(
    `insert into article_alias (site_id, identifier, article_id)
     select m.site_id, name, m.id from desk.merged_article m cross join unnest(m.aliases) as n (name)
       where m.thread_id = $1`,
    [thread],
  );
  await tx.repository(MergedArticleEntity).delete({ threadId: thread });
}
