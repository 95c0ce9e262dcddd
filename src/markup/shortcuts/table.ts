import type { StateBlock } from 'markdown-it';
import { isInside, lineOf } from '../rules/line.js';
import { gridOf, type Cell } from './grid.js';

const ROW = /^\|.*\|$/;
const CAPTION = /^\|\|(.*)\|\|$/;
const MOST_COLUMNS = 40;

function gather(state: StateBlock, startLine: number, endLine: number): string[] {
  const rows: string[] = [];
  for (let line = startLine; line < endLine && isInside(state, line); line++) {
    const text = lineOf(state, line);
    if (!ROW.test(text) || text.length < 2) break;
    rows.push(text);
  }
  return rows;
}

function pushText(state: StateBlock, text: string): void {
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.children = [];
}

function pushCaption(state: StateBlock, typed: string): void {
  const [caption = '', ...summary] = typed.split('|').map((part) => part.trim());
  state.push('caption_open', 'caption', 1);
  pushText(state, [caption, summary.join(' ')].filter((part) => part !== '').join('\n'));
  state.push('caption_close', 'caption', -1);
}

function pushRow(state: StateBlock, cells: Cell[], tag: 'td' | 'th'): void {
  state.push('tr_open', 'tr', 1);
  for (const cell of cells) {
    const open = state.push(`${tag}_open`, tag, 1);
    if (tag === 'th') open.attrSet('scope', 'col');
    if (cell.columns > 1) open.attrSet('colspan', cell.columns);
    if (cell.rows > 1) open.attrSet('rowspan', cell.rows);
    pushText(state, cell.text);
    state.push(`${tag}_close`, tag, -1);
  }
  state.push('tr_close', 'tr', -1);
}

function pushPart(state: StateBlock, part: 'thead' | 'tbody', rows: Cell[][]): void {
  if (rows.length === 0) return;
  state.push(`${part}_open`, part, 1);
  for (const row of rows) pushRow(state, row, part === 'thead' ? 'th' : 'td');
  state.push(`${part}_close`, part, -1);
}

/** `|a|b|` on each line; headings are a first row all in `{{ }}` or a row of dashes under it. */
export function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src[(state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)] !== '|') return false;
  const lines = gather(state, startLine, endLine);
  const caption = lines.length > 1 ? CAPTION.exec(lines[0] ?? '')?.[1] : undefined;
  const grid = gridOf(caption === undefined ? lines : lines.slice(1));
  const widest = Math.max(...grid.widths);
  // A single cell is what mathematicians write around a value.
  if (grid.widths.length === 0 || (lines.length === 1 && widest === 1) || widest > MOST_COLUMNS) return false;
  if (silent) return true;
  state.push('table_open', 'table', 1);
  if (caption !== undefined) pushCaption(state, caption);
  pushPart(state, 'thead', grid.head);
  pushPart(state, 'tbody', grid.body);
  state.push('table_close', 'table', -1);
  state.line = startLine + lines.length;
  return true;
}
