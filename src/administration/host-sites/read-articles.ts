import { createRequire } from 'node:module';
import { isArticleDate } from '../../articles/article-day.js';
import { articleTitle, articleUrl, identifier as identifierSchema } from '../../articles/article-words.js';
import { cleanLine } from '../../submissions/clean.js';

// Required and not imported: sanitize-html requires it too, and Jest refuses a module that comes in by both ways.
const { DomUtils, parseDocument, parseFeed, Parser } = createRequire(import.meta.url)(
  'htmlparser2',
) as typeof import('htmlparser2');

/**
 * How a site identifies its articles: by a number in their address (`article331`, `?p=331`), by the last part of the
 * address, or by the id of the feed's entry.
 */
export const NAMINGS = ['number', 'last-part', 'guid'] as const;
export type Naming = (typeof NAMINGS)[number];

export interface ReadArticle {
  identifier: string;
  title: string;
  url: string;
  datedAt: Date | null;
}

export interface ReadArticles {
  articles: ReadArticle[];
  /** Entries without a usable address, title or identifier. */
  skipped: number;
}

interface Entry {
  id?: string | undefined;
  title?: string | undefined;
  link?: string | undefined;
  pubDate?: Date | undefined;
}

const MOST = 5_000;
const DEEPEST = 60;
const PIECE = 4_096;

/** The articles of a feed (RSS, RDF, Atom) or a sitemap, each once. Null for a text that is neither. */
export function readArticles(xml: string, naming: Naming): ReadArticles | null {
  const entries = entriesOf(xml);
  if (entries === null) return null;
  const byIdentifier = new Map<string, ReadArticle>();
  let skipped = 0;
  for (const entry of entries.slice(0, MOST)) {
    const article = articleFrom(entry, naming);
    if (article === null) skipped += 1;
    else if (!byIdentifier.has(article.identifier)) byIdentifier.set(article.identifier, article);
  }
  return { articles: [...byIdentifier.values()], skipped: skipped + Math.max(0, entries.length - MOST) };
}

function entriesOf(xml: string): Entry[] | null {
  if (isTooDeep(xml)) return null;
  const feed = parseFeed(xml, { xmlMode: true });
  if (feed !== null) return feed.items;
  const document = parseDocument(xml, { xmlMode: true });
  if (DomUtils.getElementsByTagName('urlset', document, true, 1).length === 0) return null;
  return DomUtils.getElementsByTagName('url', document).map((url) => {
    const text = (name: string): string | undefined => {
      const [element] = DomUtils.getElementsByTagName(name, url, true, 1);
      return element && DomUtils.textContent(element).trim();
    };
    const changed = new Date(text('lastmod') ?? '');
    return {
      link: text('loc'),
      title: text('news:title'),
      pubDate: Number.isNaN(changed.getTime()) ? undefined : changed,
    };
  });
}

/**
 * Feeds and sitemaps are a handful of levels deep. The work of a parser grows with the square of the depth, so that a
 * file of nested tags alone would hold everybody up for seconds.
 */
function isTooDeep(xml: string): boolean {
  let depth = 0;
  let deepest = 0;
  const onopentagname = (): void => void (deepest = Math.max(deepest, ++depth));
  const parser = new Parser({ onopentagname, onclosetag: () => void depth-- }, { xmlMode: true });
  for (let at = 0; at < xml.length && deepest <= DEEPEST; at += PIECE) parser.write(xml.slice(at, at + PIECE));
  return deepest > DEEPEST;
}

function articleFrom(entry: Entry, naming: Naming): ReadArticle | null {
  const url = articleUrl.safeParse(entry.link?.trim());
  if (!url.success) return null;
  const identifier = identifierSchema.safeParse(nameOf(url.data, entry, naming));
  // A sitemap has no titles: the last part of the address serves as the title until the page or an administrator gives
  // a better one.
  const title = articleTitle.safeParse(
    cleanLine(entry.title ?? lastPart(url.data).replaceAll('-', ' ')).slice(0, 300),
  );
  if (!identifier.success || !title.success) return null;
  const dated = entry.pubDate !== undefined && isArticleDate(entry.pubDate) ? entry.pubDate : null;
  return { identifier: identifier.data, title: title.data, url: url.data, datedAt: dated };
}

function nameOf(url: string, { id }: Entry, naming: Naming): string {
  if (naming === 'guid') return id?.trim() ?? '';
  if (naming === 'last-part') return lastPart(url);
  return /(\d+)\D*$/.exec(url.slice(new URL(url).origin.length))?.[1] ?? '';
}

/** Without its ending: `/2026/11/la-place.html` is `la-place`. */
function lastPart(url: string): string {
  const { pathname, search } = new URL(url);
  const part = pathname.split('/').findLast((each) => each !== '') ?? search.slice(1);
  try {
    return decodeURIComponent(part).replace(/\.[a-z0-9]{1,5}$/i, '');
  } catch {
    return part;
  }
}
