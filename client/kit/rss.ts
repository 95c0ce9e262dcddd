import { element, xmlDocument } from './xml.js';

/** A feed as RSS 2.0 and Atom have it. Every text is plain text unless it says otherwise; addresses are whole. */
export interface Feed {
  title: string;
  /** The page that this is the feed of. */
  link: string;
  /** Where the feed itself is found, for whoever got its bytes from somewhere else. */
  self?: string;
  about: string;
  language: string;
  /** Under which it may be used; empty for none. */
  licence?: string;
  items: FeedItem[];
}

export interface FeedItem {
  title: string;
  link: string;
  /** Tells this item from all others, for ever; an address only when `link` is not unique. */
  guid: string;
  at: Date;
  /** Shown by readers as HTML: our own markup, or plain text that was escaped as HTML before. */
  html: string;
  /** The author's name, never an address. */
  by?: string;
}

function drawn({ title, link, guid, at, html, by }: FeedItem): string {
  const parts = [
    element('title', title),
    element('link', link),
    element('guid', guid, { isPermaLink: String(guid === link) }),
    element('pubDate', at.toUTCString()),
    ...(by === undefined ? [] : [element('dc:creator', by)]),
    element('description', html),
  ];
  return `<item>${parts.join('')}</item>`;
}

/** The document. Written by hand: the libraries for it bring an XML parser along, for thirty lines that write some. */
export function rss({ title, link, self, about, language, licence = '', items }: Feed): string {
  const head = [
    element('title', title),
    element('link', link),
    ...(self === undefined
      ? []
      : [element('atom:link', null, { rel: 'self', type: 'application/rss+xml', href: self })]),
    element('description', about),
    element('language', language),
    ...(licence === '' ? [] : [element('copyright', licence)]),
  ];
  const names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"';
  return xmlDocument(
    `<rss version="2.0" ${names}><channel>${head.join('')}${items.map(drawn).join('')}</channel></rss>`,
  );
}
