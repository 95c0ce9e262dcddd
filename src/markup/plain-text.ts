import { inOneLine } from './excerpt.js';
import { decoded } from './links.js';

const INSIDE_WORDS = /<\/?(?:a|abbr|b|code|del|em|i|ins|s|span|strong|sub|sup)(?: [^<>]*)?>/g;

/** All that is read of rendered HTML, quotes and code too, in one line; plain text, to be escaped like any other. */
export function plainText(html: string): string {
  const blocks = html
    .replace(INSIDE_WORDS, '')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/<br\b[^<>]*>/g, ' ');
  return inOneLine(decoded(blocks.replace(/<[^<>]*>/g, '\n')).split('\n'));
}
