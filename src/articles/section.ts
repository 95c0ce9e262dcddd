import { CATEGORY_COLUMNS, categoryFrom, type CategoryRow } from '../categories/category-row.js';
import type { Queries } from '../database/transaction.js';
import { ARTICLE, articleFrom, type RawArticle } from '../threads/article-row.js';
import type { Audience, VisibleArticle, VisibleCategory } from '../threads/visible.js';

/** A site elsewhere, as far as anyone may know it. */
export interface HostSite {
  id: number;
  slug: string;
  name: string;
  /** Exact origins of the pages that may embed its sections. */
  origins: string[];
  threading: VisibleArticle['threading'];
  licence: string;
  firstHeld: boolean;
  /** Of its sections' threads. */
  category: { id: number; slug: string };
}

/** What is held for an identifier of a site: an article that is known, with its thread once a comment is published. */
export interface Section {
  site: HostSite;
  category: VisibleCategory;
  /** Null where nobody has made the article known yet. */
  article: VisibleArticle | null;
  thread: number | null;
}

interface Row
  extends
    CategoryRow,
    Pick<HostSite, 'id' | 'slug' | 'name' | 'origins' | 'threading' | 'licence' | 'firstHeld' | 'category'> {
  article: RawArticle | null;
  thread: number | null;
}

/** Of a site `h` with its category `c`. */
export const SITE_COLUMNS = `h.id, h.slug, h.name, h.origins, h.threading, h.licence, h.first_held as "firstHeld",
  json_build_object('id', c.id, 'slug', c.slug) as category`;

/** On a site `h`: the id of the article that $n names, by its own identifier or by an alias. */
export function articleNamed(parameter: string): string {
  return `coalesce((select id from article where site_id = h.id and identifier = ${parameter}),
    (select article_id from article_alias where site_id = h.id and identifier = ${parameter}))`;
}

/** Null for a site that does not exist, or whose category lies outside of these audiences. */
export async function findSection(
  from: Queries,
  audiences: Audience[],
  site: string,
  identifier: string,
): Promise<Section | null> {
  const [row] = await from.query<Row>(
    `select ${SITE_COLUMNS}, ${CATEGORY_COLUMNS}, case when ar.id is not null then ${ARTICLE} end as article,
      ar.thread_id as thread
     from host_site h join category c on c.id = h.category_id and c.audience = any($1)
     left join article ar on ar.id = ${articleNamed('$3')}
     where h.slug = $2`,
    [audiences, site, identifier],
  );
  if (row === undefined) return null;
  const { id, slug, name, origins, threading, licence, firstHeld, category, thread } = row;
  return {
    site: { id, slug, name, origins, threading, licence, firstHeld, category },
    category: categoryFrom(row),
    article: articleFrom(row.article),
    thread,
  };
}

/** An article that its site has signed and nobody has made known yet: the settings of its site apply. */
export function unknownArticle(
  site: HostSite,
  { identifier, title, url }: Pick<VisibleArticle, 'identifier' | 'title' | 'url'>,
): VisibleArticle {
  const { slug, name: siteName, threading, licence, firstHeld } = site;
  return {
    site: slug,
    siteName,
    identifier,
    title,
    url,
    threading,
    licence,
    policy: null,
    firstHeld,
    closesAt: null,
    removed: false,
  };
}
