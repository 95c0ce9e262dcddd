import sanitizeHtml from 'sanitize-html';
import { decoded } from './entities.js';

const BLOCK_EDGE = /<\/?(?:blockquote|br|caption|div|footer|h3|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)\b[^<>]*>/g;

function textOf(html: string, leavesOut: (tag: string, name: string) => boolean): string {
  const spaced = html.replace(BLOCK_EDGE, (edge) => ` ${edge} `);
  const kept = sanitizeHtml(spaced, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    exclusiveFilter: (frame) => leavesOut(frame.tag, frame.attribs['class'] ?? ''),
  });
  return decoded(kept.replace(/<[^<>]*>/g, '')).replace(/\s+/g, ' ').trim();
}

const isAside = (name: string): boolean => name === 'host' || name === 'note' || name === 'notes';

/**
 * Plain text of rendered HTML, at most `letters` letters long, cut at a word and closed with `…`.
 *
 * Quotes and code are left out when something else remains: a list of posts should show what each one adds.
 */
export function excerpt(html: string, letters: number): string {
  const own = textOf(html, (tag, name) => tag === 'pre' || name === 'quote' || isAside(name));
  const text = own === '' ? textOf(html, (_tag, name) => isAside(name)) : own;
  const characters = Array.from(text);
  if (characters.length <= letters) return text;
  const start = characters.slice(0, letters).join('');
  // A word longer than half of the room is cut itself: better than an excerpt of one letter.
  const edge = start.lastIndexOf(' ');
  const kept = edge > start.length / 2 ? start.slice(0, edge) : start;
  return `${kept.replace(/[\s.,;:!?…–—-]+$/u, '')}…`;
}
