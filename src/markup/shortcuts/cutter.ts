import { Ahead } from './ahead.js';

/** What a source is made of, before Markdown reads its texts: SPIP's block shortcuts cut paragraphs anywhere. */
export type Piece = { kind: 'text' | 'heading' | 'code' | 'poem'; text: string } | { kind: 'quote'; pieces: Piece[] };

const DEEPEST = 6;
const FENCE = '^[ \\t]*(?:(?:[-*]|\\d{1,3}\\.) +)?(?:`{3,}|~{3,})';
const TAG = '<\\/?quote>|<(?:code|cadre|poesie|poetry)(?:\\s[^<>\\n]*)?>';
const LANDMARK = `\\\\[\\s\\S]|${FENCE}|\`+|${TAG}|\\{{3,}|^ {0,3}>`;
const BLANK = /\n[ \t]*\n/;

/** Cuts a source into pieces in one pass. `depth` is the number of quotes around it. */
export class Cutter {
  private readonly landmark = new RegExp(LANDMARK, 'gm');
  private readonly ahead: Ahead;
  private readonly frames: Piece[][] = [[]];
  private uncut = 0;

  constructor(
    private readonly source: string,
    private readonly depth = 0,
  ) {
    this.ahead = new Ahead(source);
  }

  pieces(): Piece[] {
    for (let match = this.landmark.exec(this.source); match !== null; match = this.landmark.exec(this.source)) {
      this.meet(match[0], match.index);
    }
    this.cutAt(this.source.length, this.source.length);
    while (this.frames.length > 1) this.closeQuote();
    return this.frames[0] ?? [];
  }

  private meet(mark: string, start: number): void {
    const end = start + mark.length;
    if (mark.startsWith('\\')) return;
    if (mark === '<quote>') this.openQuote(start, end);
    else if (mark === '</quote>') this.endQuote(start, end);
    else if (mark.startsWith('<')) this.element(/\w+/.exec(mark)?.[0] ?? '', start, end);
    else if (mark.startsWith('{')) this.heading(mark.length, start);
    else if (mark.endsWith('>')) this.quotedLines(start);
    else if (/(?:`{3,}|~{3,})$/.test(mark)) this.fence(/(?:`+|~+)$/.exec(mark)?.[0] ?? '', end);
    else if (mark.startsWith('`')) this.inlineCode(mark.length, end);
  }

  private openQuote(start: number, end: number): void {
    if (this.depth + this.frames.length > DEEPEST) return;
    this.cutAt(start, end);
    this.frames.push([]);
  }

  private endQuote(start: number, end: number): void {
    if (this.frames.length === 1) return;
    this.cutAt(start, end);
    this.closeQuote();
  }

  private closeQuote(): void {
    const pieces = this.frames.pop() ?? [];
    this.push({ kind: 'quote', pieces });
  }

  private element(name: string, start: number, end: number): void {
    const closer = this.ahead.next(new RegExp(`</${name}>`), end);
    if (closer === null) return;
    const text = this.source.slice(end, closer.start);
    this.landmark.lastIndex = closer.end;
    // A <code> that stays on its line is part of a sentence: the inline rule draws it.
    if (name === 'code' && !text.includes('\n')) return;
    this.cutAt(start, closer.end);
    const kind = name === 'code' || name === 'cadre' ? 'code' : 'poem';
    this.push({ kind, text: text.replace(/^[ \t]*\n/, '').trimEnd() });
  }

  private heading(braces: number, start: number): void {
    const closer = this.ahead.next(/\}{3,5}/, start);
    const blank = this.ahead.next(BLANK, start);
    if (braces > 5 || closer === null || (blank !== null && blank.start < closer.start)) return;
    const text = this.source.slice(start + 3, closer.end - 3).trim();
    if (text === '') return;
    this.cutAt(start, closer.end);
    this.landmark.lastIndex = closer.end;
    this.push({ kind: 'heading', text: text.replace(/\s*\n\s*/g, ' ') });
  }

  /** Lines behind `>`. Unlike in CommonMark the next plain line is an answer, not the quote's lazy end. */
  private quotedLines(start: number): void {
    const lines = /(?: {0,3}>[^\n]*(?:\n|$))+/y;
    lines.lastIndex = start;
    const quoted = lines.exec(this.source)?.[0] ?? '';
    this.landmark.lastIndex = start + quoted.length;
    const depth = this.depth + this.frames.length;
    if (depth > DEEPEST) return;
    this.cutAt(start, start + quoted.length);
    this.push({ kind: 'quote', pieces: new Cutter(quoted.replace(/^ {0,3}> ?/gm, ''), depth).pieces() });
  }

  private fence(run: string, end: number): void {
    const lineEnd = this.source.indexOf('\n', end);
    const info = this.source.slice(end, lineEnd < 0 ? undefined : lineEnd);
    if (run.startsWith('`') && info.includes('`')) return this.inlineCode(run.length, end);
    const closer = this.ahead.next(new RegExp(`^[ \\t]*${run[0]}{${run.length},}[ \\t]*$`), end);
    this.landmark.lastIndex = closer?.end ?? this.source.length;
  }

  private inlineCode(length: number, end: number): void {
    const closer = this.ahead.next(new RegExp(`(?<!\`)\`{${length}}(?!\`)`), end);
    const blank = this.ahead.next(BLANK, end);
    if (closer !== null && (blank === null || closer.start < blank.start)) this.landmark.lastIndex = closer.end;
  }

  private cutAt(start: number, end: number): void {
    const text = this.source.slice(this.uncut, start);
    if (text.trim() !== '') this.push({ kind: 'text', text });
    this.uncut = end;
  }

  private push(piece: Piece): void {
    this.frames.at(-1)?.push(piece);
  }
}
