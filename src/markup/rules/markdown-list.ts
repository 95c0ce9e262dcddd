import type { StateBlock } from 'markdown-it';
import { lineOf } from './line.js';
import type { BlockRule } from './rule-named.js';

// Two levels for each list: the list and its item. Deeper ones are shown as typed, not dropped.
const DEEPEST = 12;

/**
 * Whether another item follows `- item` in the next lines; lines set in, after an empty one too, belong to the first.
 */
function hasSibling(state: StateBlock, startLine: number, endLine: number): boolean {
  const indent = state.sCount[startLine] ?? 0;
  let isParted = false;
  for (let line = startLine + 1; line < endLine; line++) {
    const under = (state.sCount[line] ?? 0) - indent;
    if (!state.isEmpty(line) && under < 2) return !isParted && under >= 0 && /^- +\S/.test(lineOf(state, line));
    isParted = state.isEmpty(line);
  }
  return false;
}

/**
 * Markdown's lists, but for what people write with other thoughts: `- ` alone on its line opens a line of dialogue,
 * `+ ` and `1) ` were never asked for, and `1986. ` is a year.
 */
export function listUnless(list: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (state.level >= DEEPEST) return false;
    const line = lineOf(state, startLine);
    if (!/^(?:[*-]|\d{1,3}\.)(?: +\S|$)/.test(line) || /^[*-]$/.test(line)) return false;
    const isNested = state.blkIndent > 0;
    if (line.startsWith('-') && !isNested && !hasSibling(state, startLine, endLine)) return false;
    return list(state, startLine, endLine, silent);
  };
}
