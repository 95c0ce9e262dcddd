import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { linkIn } from '../links.js';

/** A text, or an element with its children, as the template reads it: `t` names what it is. */
export type Leaf = string | Twig;

interface Twig {
  t: string;
  c: Leaf[];
  to?: string;
  post?: number;
  note?: string;
  /** Of a list its first number, of a table and a cell their columns; `tall` are the rows of a cell. */
  wide?: number;
  tall?: number;
  at?: [number, number];
  head?: boolean;
}

const BLOCKS = new Set(['blockquote', 'div', 'footer', 'h3', 'hr', 'ol', 'p', 'pre', 'table', 'ul']);
const NOTE = /^#(.+)$/;

/**
 * The HTML of one post as data. What comes out is strings in a list and names that we gave, so that nothing that
 * somebody typed can become a command of the typesetter.
 */
export function treeOf(html: string, link: ReturnType<typeof linkIn>): Leaf[] {
  const { children } = parseDocument(html);
  const notes = notesIn(children);
  const told = new Set<string>();

  // The ends of lines between blocks are nothing; each would become an empty paragraph.
  const all = (nodes: readonly ChildNode[]): Leaf[] =>
    (nodes.some((node) => isTag(node) && BLOCKS.has(node.name)) ? nodes.filter(isWritten) : nodes).flatMap(leavesOf);

  function leavesOf(node: ChildNode): Leaf[] {
    if (isText(node)) return node.data === '' ? [] : [node.data];
    if (!isTag(node)) return [];
    if (node.name === 'sup' && node.attribs['class'] === 'note') return [noteOf(node)];
    if (node.name === 'div' && node.attribs['class'] === 'notes') return [];
    if (node.name === 'a') return [linkOf(node)];
    if (node.name === 'table') return tableOf(node);
    if (node.name === 'pre' || node.name === 'code') return [{ t: node.name, c: [textOf(node)] }];
    if (node.name === 'blockquote')
      return [{ t: node.attribs['class'] === 'poem' ? 'poem' : 'quote', c: all(node.children) }];
    if (['ul', 'ol'].includes(node.name))
      return [
        {
          t: node.name,
          wide: Number(node.attribs['start'] ?? 1),
          c: node.children.filter(isTag).map((item) => ({ t: 'li', c: all(item.children) })),
        },
      ];
    return [{ t: node.name, c: all(node.children) }];
  }

  /** Each note stands where it is named first, at the foot of that page; named again, it is its number alone. */
  function noteOf(node: Element): Leaf {
    const anchor = node.children.find(isTag)?.attribs['href'] ?? '';
    const [, id = ''] = NOTE.exec(anchor) ?? [];
    const note = notes.get(id);
    if (note === undefined) return { t: 'sup', c: [textOf(node)] };
    if (told.has(id)) return { t: 'again', note: id, c: [] };
    told.add(id);
    return { t: 'note', note: id, c: all(note) };
  }

  function linkOf(node: Element): Leaf {
    const href = node.attribs['href'];
    const c = all(node.children);
    if (href === undefined || href.startsWith('#')) return { t: 'span', c };
    const where = link(href);
    return 'post' in where ? { t: 'a', post: where.post, c } : { t: 'a', to: where.to, c };
  }

  function tableOf(node: Element): Leaf[] {
    const caption = node.children.filter(isTag).find(({ name }) => name === 'caption');
    const { columns, cells } = gridOf(rowsOf(node));
    const drawn = cells.map(({ cell, ...place }) => ({ t: 'cell', ...place, c: all(cell.children) }));
    const table = { t: 'table', wide: columns, c: drawn };
    return caption === undefined ? [table] : [{ t: 'p', c: all(caption.children) }, table];
  }

  return all(children);
}

function isWritten(node: ChildNode): boolean {
  return !isText(node) || node.data.trim() !== '';
}

function rowsOf(node: Element): Element[][] {
  return node.children.filter(isTag).flatMap((child) => {
    if (child.name === 'tr') return [child.children.filter(isTag)];
    return rowsOf(child);
  });
}

interface Placed {
  cell: Element;
  /** Column and row, from 0. */
  at: [number, number];
  wide: number;
  tall: number;
  /** Whether it stands in the row of headings. */
  head: boolean;
}

/** Each cell in the first place that is free in its row, and never over another one, whatever its spans say. */
function gridOf(rows: Element[][]): { columns: number; cells: Placed[] } {
  const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0)));
  const taken = new Set<string>();
  const isFree = (x: number, y: number): boolean => x < columns && !taken.has(`${x} ${y}`);
  const cells: Placed[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (x < columns && !isFree(x, y)) x++;
      if (x >= columns) break;
      let wide = 1;
      while (wide < spanOf(cell, 'colspan') && isFree(x + wide, y)) wide++;
      const tall = Math.min(spanOf(cell, 'rowspan'), rows.length - y);
      for (let across = 0; across < wide; across++)
        for (let below = 0; below < tall; below++) taken.add(`${x + across} ${y + below}`);
      const head = y === 0 && tall === 1 && row.every(({ name }) => name === 'th');
      cells.push({ cell, at: [x, y], wide, tall, head });
      x += wide;
    }
  });
  return { columns, cells };
}

function spanOf(cell: Element, which: 'colspan' | 'rowspan'): number {
  return Math.max(1, Number(cell.attribs[which] ?? 1));
}

function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join('') : '';
}

/** The notes below a post by their id, without the number that leads back. */
function notesIn(nodes: readonly ChildNode[]): Map<string, ChildNode[]> {
  const notes = nodes.filter(isTag).find(({ name, attribs }) => name === 'div' && attribs['class'] === 'notes');
  const each = notes?.children.filter(isTag) ?? [];
  return new Map(
    each.map((note) => {
      const back = note.children.findIndex(isTag);
      return [note.attribs['id'] ?? '', note.children.slice(back + 1)];
    }),
  );
}
