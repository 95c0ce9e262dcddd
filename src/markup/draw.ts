// What `render` does, apart from it so that a process of its own can do it, too.
import { markdown, plain } from './markdown.js';
import { sanitize } from './sanitize.js';

const MOST_GROWTH = 8;
const SHORTEST = 1000;

/** Short texts may grow more: a link of ten letters needs its sixty letters of HTML. */
function growsTooMuch(html: string, source: string): boolean {
  return (
    html.length > MOST_GROWTH * Math.max(source.length, SHORTEST) ||
    Buffer.byteLength(html) > MOST_GROWTH * Math.max(Buffer.byteLength(source), SHORTEST)
  );
}

/** A text that would grow more than eight times was written to do so, and is shown as typed. */
export function draw(source: string, language: 'fr' | 'en'): string {
  const html = markdown.render(source, { language });
  // Asked before the sanitizer too, which need not read what nobody will see; all it can save is quotation marks.
  if (growsTooMuch(html.replaceAll('&quot;', '"'), source)) return sanitize(plain.render(source)).trim();
  const safe = sanitize(html).trim();
  return growsTooMuch(safe, source) ? sanitize(plain.render(source)).trim() : safe;
}
