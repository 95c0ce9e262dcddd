import { element, xmlDocument } from '../kit/xml.js';

/** An address that search engines may visit. */
export interface SitemapEntry {
  /** Whole. */
  address: string;
  /** `2026-11-22`, when it last changed; null where nobody knows. */
  day: string | null;
}

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A file of addresses. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  return xmlDocument(`<urlset ${NAMESPACE}>${drawn('url', entries)}</urlset>`);
}

/** The list of such files. */
export function sitemapIndex(entries: readonly SitemapEntry[]): string {
  return xmlDocument(`<sitemapindex ${NAMESPACE}>${drawn('sitemap', entries)}</sitemapindex>`);
}

function drawn(name: string, entries: readonly SitemapEntry[]): string {
  return entries
    .map(
      ({ address, day }) =>
        `<${name}>${element('loc', address)}${day === null ? '' : element('lastmod', day)}</${name}>`,
    )
    .join('');
}
