import { Injectable } from '@nestjs/common';
import { ArticleAliasEntity } from '../../articles/article-alias.entity.js';
import { articleDay } from '../../articles/article-day.js';
import { articleTitle, articleUrl, identifier as identifierSchema } from '../../articles/article-words.js';
import { ArticleEntity } from '../../articles/article.entity.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid } from '../../errors/errors.js';
import { cleanLine } from '../../submissions/clean.js';
import type { Visitor } from '../../visitors/visitor.js';
import { administrator } from '../administrator.js';
import { logAct } from '../administration-log.js';
import { knowArticle } from '../../publishing/articles/know-article.js';
import { lockIdentifier } from '../../publishing/articles/section-for.js';
import { ARTICLE_POLICIES } from '../../threads/visible.js';
import { articleOf, type AdministeredArticle, articlesOf, type ArticleSlice } from './article-rows.js';
import { lockHostSite } from './host-site-administration.js';
import { type Naming, NAMINGS, readArticles } from './read-articles.js';

export interface TypedArticle {
  identifier: string;
  title: string;
  url: string;
  /** A day, `2026-11-22`, or nothing. */
  dated: string;
}

export interface TypedArticleChange extends Omit<TypedArticle, 'identifier'> {
  policy: string;
  removed: string;
}

function checked({ title, url, dated }: Omit<TypedArticle, 'identifier'>): {
  title: string;
  url: string;
  datedAt: Date | null;
} {
  const wrong: Record<string, string> = {};
  const words = articleTitle.safeParse(cleanLine(title));
  const address = articleUrl.safeParse(url.trim());
  const day = articleDay(dated.trim());
  if (!words.success) wrong['title'] = 'article-title';
  if (!address.success) wrong['url'] = 'article-url';
  if (day === null && dated.trim() !== '') wrong['dated'] = 'wrong';
  if (!words.success || !address.success || Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return { title: words.data, url: address.data, datedAt: day };
}

/** The articles of a site: made known by hand or from a feed, changed, given other names, merged. */
@Injectable()
export class ArticleAdministration {
  constructor(private readonly writer: Writer) {}

  /** 50 at a time, newest first; `q` is a part of a title or an identifier. */
  page(visitor: Visitor, site: string, { before, q }: { before: number | null; q: string }): Promise<ArticleSlice> {
    administrator(visitor);
    return articlesOf(this.writer, site, before, q);
  }

  /** @throws NotFound */
  async one(visitor: Visitor, site: string, id: number): Promise<AdministeredArticle> {
    administrator(visitor);
    return articleOf(this.writer, site, id);
  }

  /** @throws Invalid, also when it is known already, NotFound */
  add(visitor: Visitor, site: string, typed: TypedArticle, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { id: siteId, category } = await lockHostSite(tx, site);
      const name = identifierSchema.safeParse(typed.identifier.trim());
      if (!name.success) throw new Invalid({ identifier: 'article-identifier' });
      const words = checked(typed);
      await lockIdentifier(tx, site, name.data);
      if (await isKnown(tx, siteId, name.data)) throw new Invalid({ identifier: 'article-known' });
      await knowArticle(tx, { site, identifier: name.data, ...words, policy: null });
      await logAct(tx, member, { act: 'articles-added', category, detail: { site, count: 1 } }, now);
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }

  /**
   * Adds the articles of a feed or a sitemap that was pasted; an article that is known already is not added again.
   * @throws Invalid, NotFound
   */
  addFrom(
    visitor: Visitor,
    site: string,
    { xml, naming }: { xml: string; naming: string },
    now: Date,
  ): Promise<{ added: number; skipped: number }> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { category } = await lockHostSite(tx, site);
      const way: Naming | undefined = NAMINGS.find((each) => each === naming);
      const read = way === undefined ? null : readArticles(xml, way);
      if (read === null) throw new Invalid({ xml: 'no-feed' });
      // Sorted, because all code that locks several identifiers does so in one order: two transactions then never wait
      // for each other.
      for (const article of read.articles.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1)))
        await knowArticle(tx, { site, ...article, policy: null });
      await logAct(
        tx,
        member,
        { act: 'articles-added', category, detail: { site, count: read.articles.length } },
        now,
      );
      await tx.tell({ news: 'CategoryChanged', category });
      return { added: read.articles.length, skipped: read.skipped };
    });
  }

  /** @throws Invalid, NotFound */
  change(visitor: Visitor, site: string, id: number, typed: TypedArticleChange, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { category } = await lockHostSite(tx, site);
      const { identifier } = await articleOf(tx, site, id);
      const words = checked(typed);
      const policy = ARTICLE_POLICIES.find((each) => each === typed.policy) ?? null;
      if (policy === null && typed.policy !== '') throw new Invalid({ policy: 'wrong-value' });
      await knowArticle(tx, { site, identifier, ...words, policy });
      await tx
        .repository(ArticleEntity)
        .update({ id }, { policy, removed: typed.removed !== '', datedAt: words.datedAt });
      await logAct(
        tx,
        member,
        { act: 'article-changed', category, detail: { site, article: id, policy, removed: typed.removed !== '' } },
        now,
      );
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }

  /** Another identifier by which its site calls it. @throws Invalid when it belongs to another article. */
  addAlias(visitor: Visitor, site: string, id: number, typed: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { id: siteId, category } = await lockHostSite(tx, site);
      await articleOf(tx, site, id);
      const name = identifierSchema.safeParse(typed.trim());
      if (!name.success) throw new Invalid({ alias: 'article-identifier' });
      await lockIdentifier(tx, site, name.data);
      await insertAlias(tx, siteId, name.data, id);
      await logAct(
        tx,
        member,
        { act: 'article-changed', category, detail: { site, article: id, alias: name.data } },
        now,
      );
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }
}

/**
 * Whether an article has this identifier, as its own or as an alias. Typing it by hand again is a mistake, and storing
 * it would change the title of the article that exists.
 */
async function isKnown(tx: Transaction, site: number, identifier: string): Promise<boolean> {
  const named = { siteId: site, identifier };
  return (
    (await tx.repository(ArticleEntity).existsBy(named)) || (await tx.repository(ArticleAliasEntity).existsBy(named))
  );
}

async function insertAlias(tx: Transaction, site: number, identifier: string, article: number): Promise<void> {
  const taken = await tx.repository(ArticleEntity).existsBy({ siteId: site, identifier });
  const [made] = taken
    ? []
    : await tx.query(
        `insert into article_alias (site_id, identifier, article_id) values ($1, $2, $3) on conflict do nothing
          returning identifier`,
        [site, identifier, article],
      );
  if (made === undefined) throw new Invalid({ alias: 'article-known' });
}
