import type { StateBlock } from 'markdown-it';
import { lineOf } from './line.js';

/** Three dashes or four underscores alone on a line. Stars are left as typed: they are how people part a text. */
export function ruledLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!/^(?:-{3,}|_{4,})$/.test(lineOf(state, startLine))) return false;
  if (silent) return true;
  state.push('hr', 'hr', 0);
  state.line = startLine + 1;
  return true;
}
