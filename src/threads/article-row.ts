import type { VisibleArticle } from './visible.js';

/**
 * An article `ar` of a site `h`, as one value: one query can so carry a thread, its category and its article. A moment
 * is in milliseconds since 1970, since JSON has no dates.
 */
export const ARTICLE = `json_build_object('site', h.slug, 'siteName', h.name, 'identifier', ar.identifier, 'title',
  ar.title,
  'url', ar.url, 'threading', h.threading, 'licence', h.licence, 'policy', ar.policy, 'firstHeld', h.first_held,
  'removed', ar.removed, 'closesAt', extract(epoch from ar.dated_at + h.closes_after * interval '1 day') * 1000)`;

/** The article of a thread `t`, or null. The column is asked first: threads of the forum cost no look-up. */
export const ARTICLE_OF_THREAD = `case when t.of_article then (
  select ${ARTICLE} from article ar join host_site h on h.id = ar.site_id where ar.thread_id = t.id) end`;

/**
 * On a post `p` and its thread `t`: whether the title was written together with the post, and goes and changes with
 * it.
 */
export const TITLED = 'p.number = 1 and not t.of_article';

export interface RawArticle extends Omit<VisibleArticle, 'closesAt'> {
  closesAt: number | null;
}

export function articleFrom(raw: RawArticle | null): VisibleArticle | null {
  return raw === null ? null : { ...raw, closesAt: raw.closesAt === null ? null : new Date(raw.closesAt) };
}
