import { SLOT_MARKER } from '../../../../client/kit/slots.js';
import { compressedWords } from './compressed-words.js';
import { independentBlocks, joined } from './joined-zstandard.js';

/** Words of one asker, between others that are the same for everybody who sees them. */
export interface FramedWords {
  before: string;
  own: string;
  after: string;
}

/** What fills a slot for one asker. */
export type Fragment = string | FramedWords;
export type Fragments = Readonly<Record<string, Fragment>>;

interface Gap {
  /** Where in the text, in bytes. */
  at: number;
  /** The how manieth it is: gaps beside each other are at the same place. */
  order: number;
}

type Filled = Gap & FramedWords;

/** With more gaps than these the stretches between them are so short that the whole is compressed better. */
const MOST_STRETCHES = 12;

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
  private compressed = 0;
  private readonly frames = new Map<string, number>();

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
    if (filled.length > MOST_STRETCHES) return null;
    const blocks: Buffer[] = [];
    let [read, left] = [0, ''];
    for (const { at, before, own, after } of filled) {
      const stretch = this.stretch(left, read, at, before);
      if (stretch === null) return null;
      blocks.push(stretch, compressedWords(own));
      [read, left] = [at, after];
    }
    const rest = this.stretch(left, read, this.text.length, '');
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

  /** A part of the text, with what frames the words around it. */
  private stretch(after: string, from: number, to: number, before: string): Buffer | null {
    const key = `${this.numberOf(after)} ${from} ${to} ${this.numberOf(before)}`;
    const known = this.stretches.get(key);
    if (known !== undefined) return known;
    const bytes = Buffer.concat([Buffer.from(after), this.text.subarray(from, to), Buffer.from(before)]);
    const blocks = bytes.length === 0 ? bytes : independentBlocks(bytes);
    this.compressed += blocks?.length ?? 0;
    if (this.bytes + this.compressed > this.weight) {
      this.stretches.clear();
      this.compressed = blocks?.length ?? 0;
    }
    this.stretches.set(key, blocks);
    return blocks;
  }

  /** Of words that frame others: there are as many as a page has kinds of forms. */
  private numberOf(words: string): number {
    const known = this.frames.get(words);
    if (known !== undefined) return known;
    this.frames.set(words, this.frames.size);
    return this.frames.size - 1;
  }
}
