import type { StateInline } from 'markdown-it';
import { setMark } from './marks.js';

const NAMES = 'b|i|u|em|strong|sup|sub|abbr|q|del|ins';
const ATTRIBUTE = /\s+([a-z][\w:-]*)(?:\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'=<>`]+)))?/gi;
const TAG = new RegExp(`<(/?)(${NAMES})((?:${ATTRIBUTE.source})*)\\s*>`, 'iy');
const LINE_BREAK = /<br\s*\/?>/iy;

function attributesOf(typed: string): [string, string][] {
  const attributes: [string, string][] = [];
  for (const [, name = '', double, single, bare] of typed.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? '';
    if (/^title$/i.test(name)) attributes.push(['title', value]);
    if (/^lang$/i.test(name) && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value)) attributes.push(['lang', value]);
  }
  return attributes;
}

function lineBreak(state: StateInline, silent: boolean): boolean {
  LINE_BREAK.lastIndex = state.pos;
  const match = LINE_BREAK.exec(state.src);
  if (match === null) return false;
  if (!silent) state.push('br', 'br', 0);
  state.pos += match[0].length;
  return true;
}

/** The tags that may be typed. Whether one is drawn or shown as typed is decided when its partner is found. */
export function tags(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  TAG.lastIndex = state.pos;
  const match = TAG.exec(state.src);
  if (match === null) return lineBreak(state, silent);
  const [typed, slash, name = '', attributes = ''] = match;
  if (!silent) {
    const token = state.push('text', '', 0);
    token.content = typed;
    if (slash === '/') setMark(token, { kind: 'tag-close', name: name.toLowerCase() });
    else setMark(token, { kind: 'tag-open', name: name.toLowerCase(), attributes: attributesOf(attributes) });
  }
  state.pos += typed.length;
  return true;
}
