import type { StateInline } from 'markdown-it';

const BREAK = /\n[ \t]*_ +/y;

/** A line that starts with `_ ` breaks the one before it: once, though a plain new line breaks it too. */
export function lineBreak(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '\n') return false;
  BREAK.lastIndex = state.pos;
  const match = BREAK.exec(state.src);
  if (match === null) return false;
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos += match[0].length;
  return true;
}
