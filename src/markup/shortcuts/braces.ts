import type { StateInline } from 'markdown-it';
import { setMark } from './marks.js';

const AWAY_FROM_OPENER = /[\s":;}]/;
const AWAY_FROM_CLOSER = /[\s":;{]/;

function pushOpener(state: StateInline, size: 1 | 2, fits: boolean): void {
  const token = state.push('text', '', 0);
  token.content = '{'.repeat(size);
  setMark(token, { kind: 'brace-open', size, fits });
}

function pushOpeners(state: StateInline, length: number): void {
  const next = state.src[state.pos + length] ?? ' ';
  const fits = !AWAY_FROM_OPENER.test(next);
  if (length > 1) pushOpener(state, 2, fits);
  if (length !== 2) pushOpener(state, 1, fits);
}

function pushCloser(state: StateInline, length: number): void {
  const fits = !AWAY_FROM_CLOSER.test(state.src[state.pos - 1] ?? ' ');
  const token = state.push('text', '', 0);
  token.content = '}'.repeat(length);
  setMark(token, { kind: 'brace-close', length, fits });
}

/**
 * `{italic}` and `{{strong}}`. A brace beside a space, a quotation mark, a colon or a semicolon is not a shortcut:
 * people also write JSON, styles and templates. More than three in a row are never one.
 */
export function braces(state: StateInline, silent: boolean): boolean {
  const brace = state.src[state.pos];
  if (brace !== '{' && brace !== '}') return false;
  let end = state.pos + 1;
  while (end < state.posMax && state.src[end] === brace) end++;
  const length = end - state.pos;
  if (!silent) {
    if (length > 3) state.pending += brace.repeat(length);
    else if (brace === '{') pushOpeners(state, length);
    else pushCloser(state, length);
  }
  state.pos = end;
  return true;
}
