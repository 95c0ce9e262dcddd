import type { StateInline } from 'markdown-it';
import { settingOf } from '../setting.js';
import { lastIndex } from '../shortcuts/last-index.js';
import type { InlineRule } from './rule-named.js';

/** Letters that may be read in vain for all the brackets of a text together. */
const MOST = 1_000_000;

/**
 * Markdown's links, asked only where one can be. Markdown looks for the end of a label up to the end of the paragraph,
 * for each bracket anew: four thousand brackets that lead nowhere cost three times what a text of that length costs.
 * There are no reference links here, so without `](` there is none; and a text with that many brackets in vain was
 * written for it: its further ones stay as typed.
 */
export function boundedLink(link: InlineRule): InlineRule {
  return (state: StateInline, silent: boolean): boolean => {
    if (state.src[state.pos] !== '[' || lastIndex(state, '](') < state.pos) return false;
    const setting = settingOf(state.env);
    if (setting.readInVain > MOST) return false;
    if (link(state, silent)) return true;
    setting.readInVain += state.posMax - state.pos;
    return false;
  };
}
