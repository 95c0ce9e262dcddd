// From the text that people type to the HTML that people read. Any floor may call it, and it imports nothing of the
// house. What comes out is safe to put in a page as it is; nobody may add to it by gluing strings together.
import { markdown, plain } from './markdown.js';
import { sanitize } from './sanitize.js';

/** Stored beside each rendering; raise it whenever the same source gives other HTML, so that old posts are rendered anew. */
export const RENDERER_VERSION = 1;

const MOST_GROWTH = 8;
const SHORTEST = 1000;

/** Short texts may grow more: a link of ten letters needs its sixty letters of HTML. */
function growsTooMuch(html: string, source: string): boolean {
  return html.length > MOST_GROWTH * Math.max(source.length, SHORTEST)
    || Buffer.byteLength(html) > MOST_GROWTH * Math.max(Buffer.byteLength(source), SHORTEST);
}

/**
 * Renders Markdown and SPIP shortcuts to safe block-level HTML. Pure: the same source gives the same HTML.
 *
 * French typography is set when the language is `fr`; English keeps what was typed. Never throws. A text that
 * would grow more than eight times was written to do so, and is shown as typed.
 */
export function render(source: string, language: 'fr' | 'en'): string {
  const html = markdown.render(source, { language });
  // Asked before the sanitizer too, which need not read what nobody will see; all it can save is quotation marks.
  if (growsTooMuch(html.replaceAll('&quot;', '"'), source)) return sanitize(plain.render(source)).trim();
  const safe = sanitize(html).trim();
  return growsTooMuch(safe, source) ? sanitize(plain.render(source)).trim() : safe;
}
