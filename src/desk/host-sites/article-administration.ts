import { Injectable } from '@nestjs/common';
import { articleDay } from '../../articles/article-day.js';
import { articleTitle, articleUrl, identifier as identifierSchema } from '../../articles/article-words.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid } from '../../errors/errors.js';
import { cleanLine } from '../../submissions/clean.js';
import type { Visitor } from '../../visitors/visitor.js';
import { administrator } from '../administration/administrator.js';
import { logAct } from '../administration/administration-log.js';
import { knowArticle } from '../articles/know-article.js';
import { lockIdentifier } from '../articles/section-for.js';
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

const POLICIES = ['before', 'after', 'members', 'closed'] as const;

function checked({ title, url, dated }: Omit<TypedArticle, 'identifier'>): { title: string; url: string; datedAt: Date | null } {
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

  /** From a feed or a sitemap that was pasted. Twice is once. @throws Invalid, NotFound */
  addFrom(visitor: Visitor, site: string, { xml, naming }: { xml: string; naming: string }, now: Date): Promise<{ added: number; skipped: number }> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { category } = await lockHostSite(tx, site);
      const way: Naming | undefined = NAMINGS.find((each) => each === naming);
      const read = way === undefined ? null : readArticles(xml, way);
      if (read === null) throw new Invalid({ xml: 'no-feed' });
      // In one order, as everybody who locks several names does.
      for (const article of read.articles.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1)))
        await knowArticle(tx, { site, ...article, policy: null });
      await logAct(tx, member, { act: 'articles-added', category, detail: { site, count: read.articles.length } }, now);
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
      const policy = POLICIES.find((each) => each === typed.policy) ?? null;
      if (policy === null && typed.policy !== '') throw new Invalid({ policy: 'wrong-value' });
      await knowArticle(tx, { site, identifier, ...words, policy });
      await tx.query('update article set policy = $2, removed = $3, dated_at = $4 where id = $1', [id, policy, typed.removed !== '', words.datedAt]);
      await logAct(tx, member, { act: 'article-changed', category, detail: { site, article: id, policy, removed: typed.removed !== '' } }, now);
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }

  /** Another identifier by which its site calls it. @throws Invalid when it is somebody else's section. */
  addAlias(visitor: Visitor, site: string, id: number, typed: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const member = administrator(visitor);
      const { id: siteId, category } = await lockHostSite(tx, site);
      await articleOf(tx, site, id);
      const name = identifierSchema.safeParse(typed.trim());
      if (!name.success) throw new Invalid({ alias: 'article-identifier' });
      await lockIdentifier(tx, site, name.data);
      await insertAlias(tx, siteId, name.data, id);
      await logAct(tx, member, { act: 'article-changed', category, detail: { site, article: id, alias: name.data } }, now);
      await tx.tell({ news: 'CategoryChanged', category });
    });
  }
}

/** By its own identifier or by another: typed by hand, it is a mistake, and would change the words of that one. */
async function isKnown(tx: Transaction, site: number, identifier: string): Promise<boolean> {
  const known = await tx.query(
    'select 1 from article where site_id = $1 and identifier = $2 union all select 1 from article_alias where site_id = $1 and identifier = $2', [site, identifier],
  );
  return known.length > 0;
}

async function insertAlias(tx: Transaction, site: number, identifier: string, article: number): Promise<void> {
  const [taken] = await tx.query('select 1 from article where site_id = $1 and identifier = $2', [site, identifier]);
  const [made] = taken !== undefined ? [] : await tx.query(
    'insert into article_alias (site_id, identifier, article_id) values ($1, $2, $3) on conflict do nothing returning identifier', [site, identifier, article],
  );
  if (made === undefined) throw new Invalid({ alias: 'article-known' });
}
