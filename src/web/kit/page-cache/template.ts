import { SLOT_MARKER } from '../../../../client/kit/slots.js';
import { compressedWords } from './compressed-words.js';
import { independentBlocks, joined } from './joined-zstandard.js';

/** Words of one asker, or none, between others that are the same for everybody who sees them. */
export interface FramedWords {
  before: string;
  own: string;
  after: string;
}

/** What fills a slot for one asker. */
export type Fragment = string | FramedWords;

export function wholeWords(fragment: Fragment): string {
  return typeof fragment === 'string' ? fragment : `${fragment.before}${fragment.own}${fragment.after}`;
}
export type Fragments = Readonly<Record<string, Fragment>>;

interface Gap {
  /** Where in the text, in bytes. */
  at: number;
  /** The how manieth it is: gaps beside each other are at the same place. */
  order: number;
}

type Filled = Gap & FramedWords;

/** Words, or from where to where in the text. */
type Piece = string | [from: number, to: number];

/** With more of somebody's own words than these, what lies between is so short that the whole is compressed better. */
const MOST_STRETCHES = 12;

/** A page that is filled for one answer and not kept: `parts` are bytes already, and all else becomes bytes at once. */
export function filledOnce(
  html: string,
  parts: Readonly<Record<string, Buffer>>,
  fragments: Readonly<Record<string, string>>,
): Buffer {
  const pieces: Buffer[] = [];
  let words = '';
  for (const [index, piece] of html.split(SLOT_MARKER).entries()) {
    const part = index % 2 === 1 && Object.hasOwn(parts, piece) ? parts[piece] : undefined;
    if (part !== undefined) {
      pieces.push(Buffer.from(words), part);
      words = '';
    } else if (index % 2 === 0) words += piece;
    else if (Object.hasOwn(fragments, piece)) words += fragments[piece] ?? '';
  }
  const rest = Buffer.from(words);
  return pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]);
}

/**
 * A page of one audience as bytes that lie in one piece, without its slots: filling it for somebody copies what lies
 * between two fragments at once, and turns only the fragments from text into bytes, because Node 24 takes longer for
 * that than for all the rest of a member's page. `parts` fill their slots for everybody, and are not looked at again.
 */
export class Template {
  private readonly text: Buffer;
  private readonly gaps = new Map<string, Gap[]>();
  /** What lies between two gaps that are filled, compressed; null where it can't be joined. */
  private readonly stretches = new Map<string, Buffer | null>();
  private keptBytes = 0;
  /** Numbers of words in the keys of these. None is given twice, so that a key never means something else. */
  private readonly shared = new Map<string, number>();
  private numbers = 0;

  constructor(html: string, parts: Readonly<Record<string, Buffer>> = {}) {
    const pieces: Buffer[] = [];
    let at = 0;
    for (const [index, piece] of html.split(SLOT_MARKER).entries()) {
      const name = index % 2 === 0 ? null : piece;
      const bytes = name === null ? Buffer.from(piece) : Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (bytes !== undefined) {
        pieces.push(bytes);
        at += bytes.length;
      } else if (name !== null) this.gaps.set(name, [...(this.gaps.get(name) ?? []), { at, order: index }]);
    }
    this.text = Buffer.concat(pieces);
  }

  get bytes(): number {
    return this.text.length;
  }

  /** What it weighs at most, with what is kept of it compressed. */
  get weight(): number {
    return Math.ceil(this.text.length * 1.5);
  }

  /** A slot without a fragment becomes nothing. Fragments are not looked at again. */
  fill(fragments: Fragments): Buffer {
    const filled = this.placed(fragments);
    let { length } = this.text;
    for (const { before, own, after } of filled)
      length += Buffer.byteLength(before) + Buffer.byteLength(own) + Buffer.byteLength(after);
    const page = Buffer.allocUnsafe(length);
    let [read, written] = [0, 0];
    for (const { at, before, own, after } of filled) {
      written += this.text.copy(page, written, read, at);
      for (const words of [before, own, after]) written += page.write(words, written);
      read = at;
    }
    this.text.copy(page, written, read);
    return page;
  }

  /**
   * The same in Zstandard, of which only what is new in the fragments is compressed now; null where it is better
   * compressed as a whole.
   */
  fillCompressed(fragments: Fragments): Buffer | null {
    const filled = this.placed(fragments);
    if (filled.reduce((count, { own }) => (own === '' ? count : count + 1), 0) > MOST_STRETCHES) return null;
    const blocks: Buffer[] = [];
    let stretch: Piece[] = [];
    let read = 0;
    for (const { at, before, own, after } of filled) {
      stretch.push([read, at], before);
      read = at;
      if (own !== '') {
        const shared = this.compressed(stretch);
        if (shared === null) return null;
        blocks.push(shared, compressedWords(own));
        stretch = [];
      }
      stretch.push(after);
    }
    const rest = this.compressed([...stretch, [read, this.text.length]]);
    return rest === null ? null : joined([...blocks, rest]);
  }

  /** In the order of the page. */
  private placed(fragments: Fragments): Filled[] {
    const filled: Filled[] = [];
    for (const name in fragments) {
      const fragment = fragments[name] ?? '';
      if (fragment === '' || !Object.hasOwn(fragments, name)) continue;
      const words = typeof fragment === 'string' ? { before: '', own: fragment, after: '' } : fragment;
      for (const gap of this.gaps.get(name) ?? []) filled.push({ ...gap, ...words });
    }
    return filled.sort((one, other) => one.order - other.order);
  }

  /** Parts of the text and words between them, all of which are the same for others. */
  private compressed(stretch: readonly Piece[]): Buffer | null {
    const key = stretch.map((piece) => (typeof piece === 'string' ? this.numberOf(piece) : piece.join('-'))).join();
    const known = this.stretches.get(key);
    if (known !== undefined) return known;
    const bytes = Buffer.concat(
      stretch.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : this.text.subarray(...piece))),
    );
    const blocks = bytes.length === 0 ? bytes : independentBlocks(bytes);
    const weight = (blocks?.length ?? 0) + key.length;
    if (this.bytes + this.keptBytes + weight > this.weight) {
      this.stretches.clear();
      this.shared.clear();
      this.keptBytes = 0;
    }
    this.keptBytes += weight;
    this.stretches.set(key, blocks);
    return blocks;
  }

  private numberOf(words: string): number {
    const known = this.shared.get(words);
    if (known !== undefined) return known;
    const next = this.numbers++;
    this.shared.set(words, next);
    return next;
  }
}
