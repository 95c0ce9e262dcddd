import type { StateInline } from 'markdown-it';
import { linkTarget, type LinkTarget } from '../link-target.js';
import { lastIndex } from './last-index.js';
import { pushLink, pushLinkAround } from './push-link.js';

const LONGEST_LABEL = 500;
const DEEPEST = 10;
const TARGET = /->[ \t]*([^\s\]<>]{1,2000})[ \t]*\]/y;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+$/;
const DETAILS = /^(.*?)(?:\|([^|{]*))?(?:\{([a-z]{2}(?:-[A-Z]{2})?)\})?$/s;

interface Found {
  labelEnd: number;
  end: number;
  address: string;
  target: LinkTarget;
}

function targetAt(state: StateInline, arrow: number): Found | null {
  TARGET.lastIndex = arrow;
  const match = TARGET.exec(state.src);
  const address = match?.[1] ?? '';
  const target = linkTarget(MAIL.test(address) ? `mailto:${address}` : address);
  const end = arrow + (match?.[0].length ?? 0);
  return target === null || end > state.posMax ? null : { labelEnd: arrow, end, address, target };
}

/** The first arrow that leads somewhere: `[a -> b]` is prose, and so is the first arrow of `[a -> b->https://…]`. */
function search(state: StateInline): Found | null {
  const limit = Math.min(state.posMax, state.pos + LONGEST_LABEL, lastIndex(state, '->') + 1);
  for (let pos = state.pos + 1, depth = 0; pos < limit && depth >= 0 && depth <= DEEPEST; pos++) {
    const letter = state.src[pos];
    if (letter === '\\') pos++;
    else if (letter === '[') depth++;
    else if (letter === ']') depth--;
    else if (letter === '-' && depth === 0 && state.src[pos + 1] === '>') {
      const found = targetAt(state, pos);
      if (found !== null) return found;
    }
  }
  return null;
}

/** `[text->address]`, `[->address]`, `[text|title{lang}->address]`. */
export function spipLink(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.linkLevel > 0) return false;
  const found = search(state);
  if (found === null) return false;
  if (!silent) {
    const start = state.pos + 1;
    const [, label = '', title = '', language] = DETAILS.exec(state.src.slice(start, found.labelEnd)) ?? [];
    const attributes: [string, string][] = [['href', found.target.href]];
    if (title.trim() !== '') attributes.push(['title', title.trim()]);
    if (language !== undefined) attributes.push(['hreflang', language]);
    const indent = label.length - label.trimStart().length;
    if (label.trim() === '') pushLink(state, attributes, found.address, 'auto');
    else pushLinkAround(state, attributes, start + indent, start + label.trimEnd().length);
  }
  state.pos = found.end;
  return true;
}
