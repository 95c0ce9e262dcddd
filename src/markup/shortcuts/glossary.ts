import type { StateInline } from 'markdown-it';
import { settingOf } from '../setting.js';
import { pushLink } from './push-link.js';

const TERM = /\[\?[ \t]*([^\s[\]|#][^[\]|#\n]{0,99})(?:[|#]([^[\]\n]{0,200}))?\]/y;

/** `[?term]`, `[?term|explanation]`: the article of the encyclopedia in the language of the text. */
export function glossary(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '?' || state.linkLevel > 0) return false;
  TERM.lastIndex = state.pos;
  const match = TERM.exec(state.src);
  if (match === null || state.pos + match[0].length > state.posMax) return false;
  if (!silent) {
    const [, typed = '', title = ''] = match;
    const term = typed.trim();
    const page = encodeURIComponent(term.replace(/\s+/g, '_').toWellFormed());
    const attributes: [string, string][] = [
      ['href', `https://${settingOf(state.env).language}.wikipedia.org/wiki/${page}`],
    ];
    if (title.trim() !== '') attributes.push(['title', title.trim()]);
    pushLink(state, attributes, term, '');
  }
  state.pos += match[0].length;
  return true;
}
