/** A feed as RSS 2.0 has it. Every text is plain text unless it says otherwise; addresses are whole. */
export interface Feed {
  title: string;
  /** The page that this is the feed of. */
  link: string;
  about: string;
  language: string;
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
  /** A name and never an address of anybody. */
  by?: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 has no way to write: one of these would make the feed unreadable for everybody. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text between two tags or in an attribute. */
export function escaped(text: string): string {
  return text.toWellFormed().replace(NOT_XML, '').replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** The same for plain text that stands where a reader expects HTML. */
export function asHtml(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
}

function tag(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escaped(text)}</${name}>`;
}

function drawn({ title, link, guid, at, html, by }: FeedItem): string {
  const parts = [
    tag('title', title), tag('link', link), tag('guid', guid, ` isPermaLink="${guid === link}"`), tag('pubDate', at.toUTCString()),
    ...(by === undefined ? [] : [tag('dc:creator', by)]), tag('description', html),
  ];
  return `<item>${parts.join('')}</item>`;
}

/** The document. Written by hand: the libraries for it bring an XML parser along, for thirty lines that write some. */
export function rss({ title, link, about, language, items }: Feed): string {
  const head = [tag('title', title), tag('link', link), tag('description', about), tag('language', language)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head.join('')}${items.map(drawn).join('')}</channel></rss>
`;
}
