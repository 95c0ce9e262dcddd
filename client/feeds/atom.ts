import type { Feed, FeedItem } from '../kit/rss.js';
import { element, xmlDocument } from '../kit/xml.js';

/** What Atom asks for besides what RSS does. */
export interface AtomFeed extends Omit<Feed, 'items' | 'self'> {
  self: string;
  id: string;
  /** Of the forum, where nothing stands in the feed. */
  since: Date;
  items: AtomItem[];
}

export interface AtomItem extends FeedItem {
  by: string;
  /** When it was last edited; when it was published, where it never was. */
  updated: Date;
}

function drawn({ title, link, guid, at, updated, html, by }: AtomItem): string {
  const parts = [
    element('id', guid),
    element('title', title),
    element('link', null, { rel: 'alternate', type: 'text/html', href: link }),
    element('published', at.toISOString()),
    element('updated', updated.toISOString()),
    `<author>${element('name', by)}</author>`,
    element('content', html, { type: 'html' }),
  ];
  return `<entry>${parts.join('')}</entry>`;
}

/** The document, by our own writer as RSS is (rss.ts). */
export function atom({ title, link, self, id, about, language, since, items }: AtomFeed): string {
  const updated = new Date(Math.max(...items.map((item) => item.updated.getTime()), since.getTime()));
  const head = [
    element('id', id),
    element('title', title),
    ...(about === '' ? [] : [element('subtitle', about)]),
    element('link', null, { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', null, { rel: 'alternate', type: 'text/html', href: link }),
    element('updated', updated.toISOString()),
  ];
  return xmlDocument(
    `<feed xmlns="http://www.w3.org/2005/Atom" ` +
      `xml:lang="${language}">${head.join('')}${items.map(drawn).join('')}</feed>`,
  );
}
