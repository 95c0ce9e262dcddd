import type { StateBlock } from 'markdown-it';

/** A line of the block that is read, without its indentation and the spaces at its end. */
export function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

/** Whether a line belongs to the block that is read, and not to what encloses it. */
export function isInside(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) >= state.blkIndent;
}
