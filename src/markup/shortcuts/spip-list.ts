import type { StateBlock } from 'markdown-it';
import { isInside, lineOf } from '../rules/line.js';

const DEEPEST = 6;
const ITEM = /^-([*#]+)[ \t]*(.*)$/;

interface Item {
  /** One `*` or `#` for each level, outermost first. */
  marks: string;
  text: string;
}

/** A list ends at an empty line or where another block begins; a plain line goes on with the last item. */
function gather(state: StateBlock, startLine: number, endLine: number): { items: Item[]; end: number } {
  const ends = state.md.block.ruler.getRules('paragraph').filter((rule) => rule !== spipList);
  const items: Item[] = [];
  let line = startLine;
  for (; line < endLine && !state.isEmpty(line) && isInside(state, line); line++) {
    const text = lineOf(state, line);
    const [, marks, rest = ''] = ITEM.exec(text) ?? [];
    const last = items.at(-1);
    if (marks !== undefined) items.push({ marks: marks.slice(0, DEEPEST), text: rest });
    else if (last === undefined || ends.some((rule) => rule(state, line, endLine, true))) break;
    else last.text += `\n${text}`;
  }
  return { items, end: line };
}

const tagOf = (mark: string | undefined): string => (mark === '#' ? 'ol' : 'ul');

class Drawing {
  private readonly levels: string[] = [];

  constructor(private readonly state: StateBlock) {}

  item({ marks, text }: Item): void {
    while (this.levels.length > marks.length) this.closeLevel();
    const same = this.levels.length === marks.length;
    if (same && this.levels.at(-1) === tagOf(marks.at(-1))) {
      this.state.push('list_item_close', 'li', -1);
      this.state.push('list_item_open', 'li', 1);
    } else if (same) this.closeLevel();
    while (this.levels.length < marks.length) this.openLevel(tagOf(marks[this.levels.length]));
    const inline = this.state.push('inline', '', 0);
    inline.content = text.trim();
    inline.children = [];
  }

  finish(): void {
    while (this.levels.length > 0) this.closeLevel();
  }

  private openLevel(tag: string): void {
    this.levels.push(tag);
    this.state.push('list_open', tag, 1);
    this.state.push('list_item_open', 'li', 1);
  }

  private closeLevel(): void {
    this.state.push('list_item_close', 'li', -1);
    this.state.push('list_close', this.levels.pop() ?? 'ul', -1);
  }
}

/** `-* item`, `-# item`, nested by repeating the sign. */
export function spipList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!ITEM.test(lineOf(state, startLine))) return false;
  if (silent) return true;
  const { items, end } = gather(state, startLine, endLine);
  const drawing = new Drawing(state);
  for (const item of items) drawing.item(item);
  drawing.finish();
  state.line = end;
  return true;
}
