import type { StateBlock } from 'markdown-it';
import { lineOf } from './line.js';

const HEADING = /^## +(.*?)(?: +#+)?$/;

/** `## heading` alone: `# word` is a hashtag to most people, and the page already has its own h1 and h2. */
export function heading(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const text = HEADING.exec(lineOf(state, startLine))?.[1]?.trim() ?? '';
  if (text === '') return false;
  if (silent) return true;
  state.push('heading_open', 'h3', 1);
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.children = [];
  state.push('heading_close', 'h3', -1);
  state.line = startLine + 1;
  return true;
}
