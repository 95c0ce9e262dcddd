import sanitizeHtml from 'sanitize-html';
import { decoded } from './links.js';

const BLOCK_EDGE = /<\/?(?:blockquote|caption|div|footer|h3|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)\b[^<>]*>/g;
// The space belongs to the host: what follows may be a full stop.
const BEFORE_HOST = / (?=<span class="host">)/g;
const ENDS_ITSELF = /[.,;:!?…—–»”)]$/;
const CODE = /<pre\b.*?<\/pre>/gs;
const NBSP = '\u00a0';

/** In one line: where a paragraph or an item of a list has no sign of its own at its end, a stroke stands for it. */
export function inOneLine(blocks: string[]): string {
  return blocks
    .map((block) => block.replace(/ +/g, ' ').trim())
    .filter((block) => block !== '')
    .reduce(
      (line, block) => (line === '' ? block : `${line}${ENDS_ITSELF.test(line) ? '' : `${NBSP}/`} ${block}`),
      '',
    );
}

function textOf(html: string, leavesOut: (tag: string, name: string) => boolean): string {
  const spaced = html
    .replace(/[ \t\n]+/g, ' ')
    .replace(/<br\b[^<>]*>/g, ' ')
    .replace(BEFORE_HOST, '')
    .replace(/<q\b[^<>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(BLOCK_EDGE, (edge) => `\n${edge}\n`);
  const kept = sanitizeHtml(spaced, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    exclusiveFilter: (frame) => leavesOut(frame.tag, frame.attribs['class'] ?? ''),
  });
  return inOneLine(decoded(kept.replace(/<[^<>]*>/g, '')).split('\n'));
}

const isAside = (name: string): boolean => name === 'host' || name === 'note' || name === 'notes';

/**
 * Plain text of rendered HTML, at most `letters` letters long, cut at a word and closed with `…`. No-break spaces
 * stay what they are, so that it is printed like the text itself.
 *
 * Quotes and code are left out when something else remains: a list of posts should show what each one adds. Where code
 * stood between its words, `…` says so.
 */
export function excerpt(html: string, letters: number): string {
  const own = textOf(html.replace(CODE, '<p>…</p>'), (_tag, name) => name === 'quote' || isAside(name)).replace(
    /^(?:… ?)+/,
    '',
  );
  const text = own === '' ? textOf(html, (_tag, name) => isAside(name)) : own;
  const characters = Array.from(text);
  if (characters.length <= letters) return text;
  const start = characters.slice(0, letters).join('');
  // A word longer than half of the room is cut itself: better than an excerpt of one letter.
  const edge = start.lastIndexOf(' ');
  const kept = edge > start.length / 2 ? start.slice(0, edge) : start;
  return `${kept.replace(/[\s.,;:!?…–—/«“-]+$/u, '')}…`;
}
