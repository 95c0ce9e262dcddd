import { Injectable } from '@nestjs/common';
import { ArticleEntity } from '../../articles/article.entity.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { administrator } from '../administrator.js';
import { logAct } from '../administration-log.js';
import { rename } from '../../publishing/articles/know-article.js';
import { keepArticle } from '../../publishing/articles/merged-article.js';
import { lockIdentifier } from '../../publishing/articles/section-for.js';
import { lockPlaces } from '../../desk/moving/lock-places.js';
import { Merges } from '../../desk/moving/merges.js';
import { lockHostSite } from './host-site-administration.js';

interface Row {
  id: number;
  identifier: string;
  title: string;
  thread: number | null;
}

/** Makes one section of two: a page that had two identifiers, or that its site has published twice. */
@Injectable()
export class SectionMerge {
  constructor(
    private readonly writer: Writer,
    private readonly threads: Merges,
  ) {}

  /**
   * Moves the comments of the article to the one that `into` names; from then on its identifier leads there too.
   * Answers the id of the article that stays. @throws NotFound, Invalid
   */
  merge(visitor: Visitor, site: string, id: number, into: string, now: Date): Promise<number> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { id: siteId, category } = await lockHostSite(tx, site);
      const [from] = await tx.query<Row>(
        'select id, identifier, title, thread_id as thread from article where id = $1 and site_id = $2',
        [id, siteId],
      );
      if (from === undefined) throw new NotFound();
      // Submissions are locked before the identifiers of articles, as in all code that locks both: two transactions
      // then never wait for each other.
      if (from.thread !== null) await lockPlaces(tx, from.thread, 'all');
      for (const name of [from.identifier, into.trim()].toSorted()) await lockIdentifier(tx, site, name);
      const to = await named(tx, siteId, into.trim());
      if (to === null || to.id === from.id) throw new Invalid({ into: 'article-unknown' });
      if (from.thread !== null && to.thread !== null) await keepArticle(tx, from.id);
      await tx.repository(ArticleEntity).update({ id: from.id }, { threadId: null });
      if (from.thread !== null && to.thread !== null)
        await this.threads.mergeIn(tx, visitor, { thread: from.thread, into: to.thread }, now);
      else if (from.thread !== null) await give(tx, from.thread, category, to);
      await takeNames(tx, siteId, from, to.id);
      await logAct(
        tx,
        member,
        { act: 'article-merged', category, detail: { site, article: to.id, identifier: from.identifier } },
        now,
      );
      await tx.tell({ news: 'CategoryChanged', category });
      return to.id;
    });
  }
}

async function named(tx: Transaction, site: number, identifier: string): Promise<Row | null> {
  const [row] = await tx.query<Row>(
    `select id, identifier, title, thread_id as thread from article where site_id = $1 and id = coalesce(
       (select id from article where site_id = $1 and identifier = $2), (select article_id from article_alias
         where site_id = $1 and identifier = $2)) for update`,
    [site, identifier],
  );
  return row ?? null;
}

/** Gives the thread of one article to the other, with that one's title. */
async function give(tx: Transaction, thread: number, category: number, { id, title }: Row): Promise<void> {
  await tx.repository(ArticleEntity).update({ id }, { threadId: thread });
  await rename(tx, thread, category, title);
}

async function takeNames(tx: Transaction, site: number, from: Row, to: number): Promise<void> {
  const aliases = await tx.query<{ identifier: string }>(
    'delete from article_alias where article_id = $1 returning identifier',
    [from.id],
  );
  await tx.repository(ArticleEntity).delete({ id: from.id });
  await tx.query(
    `insert into article_alias (site_id, identifier, article_id) select $1, name, $3
      from unnest($2::text[]) as n (name)`,
    [site, [from.identifier, ...aliases.map(({ identifier }) => identifier)], to],
  );
}
