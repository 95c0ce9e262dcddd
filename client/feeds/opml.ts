import { attributesOf, element, xmlDocument } from '../kit/xml.js';

/** One feed of a list; addresses are whole. */
export interface OpmlLine {
  title: string;
  /** The page. */
  link: string;
  /** Its feed. */
  feed: string;
}

/** A list of feeds that readers take in at once (OPML 2.0). */
export function opml(title: string, lines: readonly OpmlLine[]): string {
  const outlines = lines.map(
    ({ title: text, feed, link }) =>
      `<outline${attributesOf({ type: 'rss', text, title: text, xmlUrl: feed, htmlUrl: link })}/>`,
  );
  return xmlDocument(
    `<opml version="2.0"><head>${element('title', title)}</head><body>${outlines.join('')}</body></opml>`,
  );
}
