import type { StateInline } from 'markdown-it';
import { lastIndex } from './last-index.js';

const OPENER = /<code(?:\s[^<>\n]*)?>/y;

/** `<code>` that stays on its line: like backticks, nothing in it is read. */
export function codeTag(state: StateInline, silent: boolean): boolean {
  OPENER.lastIndex = state.pos;
  const opener = state.src[state.pos] === '<' ? OPENER.exec(state.src)?.[0] : undefined;
  if (opener === undefined || lastIndex(state, '</code>') < state.pos) return false;
  const start = state.pos + opener.length;
  const end = state.src.indexOf('</code>', start);
  const content = state.src.slice(start, end);
  if (end >= state.posMax || content.trim() === '' || content.includes('\n')) return false;
  if (!silent) state.push('code_inline', 'code', 0).content = content;
  state.pos = end + '</code>'.length;
  return true;
}
