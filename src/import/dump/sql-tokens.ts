import {
  BACKSLASH,
  BACKTICK,
  DOUBLE_QUOTE,
  EXCLAMATION,
  HASH,
  HYPHEN,
  isDigit,
  isSign,
  isSpace,
  isWord,
  POINT,
  QUOTE,
  SLASH,
  STAR,
} from './bytes.js';

/** `bytes` are what stands between the quotes, escapes and all; a word is a keyword, a bare name or a number. */
export type Token =
  | { kind: 'word'; text: string }
  | { kind: 'name' | 'string'; bytes: Buffer; quote: number }
  | { kind: 'mark'; text: string };

/** Far longer than any value of SPIP: a file with a longer one is no dump, or was cut inside of a text. */
const LONGEST = 64 * 1024 * 1024;

export class CutDump extends Error {}

/**
 * Cuts SQL text into tokens as it comes in, and keeps no more of it than the token that is being read. Comments are
 * passed over, but what MySQL executes of them (`/*!40101 SET NAMES utf8 *\/`) counts as text, as it does there.
 */
export class SqlTokens {
  /** MySQL reads a backslash in a text as an escape; the shell of SQLite writes it as itself. */
  backslashes = true;
  private text: Buffer = Buffer.alloc(0);
  private at = 0;
  /** How far the end of the token at `at` was looked for in vain. */
  private sought = 0;
  private over = false;

  push(chunk: Buffer): void {
    this.text = this.at === this.text.length ? chunk : Buffer.concat([this.text.subarray(this.at), chunk]);
    this.sought = Math.max(0, this.sought - this.at);
    this.at = 0;
    if (this.text.length > LONGEST + chunk.length)
      throw new CutDump('A value of this dump is longer than 64 MB: it was cut, or it is no dump.');
  }

  end(): void {
    this.over = true;
  }

  /** Null when more text is needed, or none is left. */
  next(): Token | null {
    if (!this.passBlanks()) return null;
    const first = this.text[this.at] ?? 0;
    if (first === QUOTE || first === DOUBLE_QUOTE || first === BACKTICK) return this.quoted(first);
    const signed = isSign(first) && isWord(this.text[this.at + 1] ?? 0);
    const point = first === POINT && !isDigit(this.text[this.at + 1] ?? 0);
    if (signed || (isWord(first) && !point)) return this.word();
    this.at += 1;
    return { kind: 'mark', text: String.fromCharCode(first) };
  }

  /** Goes to the next token; false when it does not begin in what is here. */
  private passBlanks(): boolean {
    for (;;) {
      while (this.at < this.text.length && isSpace(this.text[this.at] ?? 0)) this.at += 1;
      // Two bytes tell a comment from a sign.
      if (this.text.length - this.at < (this.over ? 1 : 2)) return false;
      const [first = 0, second = 0] = this.text.subarray(this.at, this.at + 2);
      if (first === HASH || (first === HYPHEN && second === HYPHEN)) {
        if (!this.passTo('\n', 1)) return false;
      } else if (first === SLASH && second === STAR) {
        if (!this.passComment()) return false;
      } else if (first === STAR && second === SLASH) this.at += 2;
      else return true;
    }
  }

  private passComment(): boolean {
    if (this.text.length - this.at < 3 && !this.over) return false;
    if (this.text[this.at + 2] !== EXCLAMATION) return this.passTo('*/', 2);
    this.at += 3;
    while (isDigit(this.text[this.at] ?? 0)) this.at += 1;
    return true;
  }

  private passTo(end: string, length: number): boolean {
    const found = this.text.indexOf(end, this.at + length);
    if (found === -1 && !this.over) return false;
    this.at = found === -1 ? this.text.length : found + length;
    return true;
  }

  private word(): Token | null {
    let end = this.at + 1;
    while (end < this.text.length && (isWord(this.text[end] ?? 0) || this.isExponent(end))) end += 1;
    if (end === this.text.length && !this.over) return null;
    const text = this.text.toString('latin1', this.at, end);
    this.at = end;
    return { kind: 'word', text };
  }

  /** The sign in 1e+10. */
  private isExponent(at: number): boolean {
    if (!isSign(this.text[at]) || (this.text[at - 1] !== 0x65 && this.text[at - 1] !== 0x45)) return false;
    return isDigit(this.text[isSign(this.text[this.at]) ? this.at + 1 : this.at] ?? 0);
  }

  private quoted(quote: number): Token | null {
    let end = Math.max(this.at + 1, this.sought);
    for (; end < this.text.length; end += 1) {
      const byte = this.text[end];
      if (byte === BACKSLASH && this.backslashes && quote !== BACKTICK) end += 1;
      else if (byte === quote) {
        // At the end of a chunk it may be the first half of a doubled one, and the next chunk says so.
        if (end + 1 >= this.text.length && !this.over) break;
        if (this.text[end + 1] !== quote) return this.closed(quote, end);
        end += 1;
      }
    }
    if (this.over) throw new CutDump('This dump ends in the middle of a text: it was cut.');
    // A backslash or a quote that stands last is looked at again with what follows it.
    this.sought = end > this.text.length ? this.text.length - 1 : end;
    return null;
  }

  private closed(quote: number, end: number): Token {
    const bytes = this.text.subarray(this.at + 1, end);
    this.at = end + 1;
    this.sought = 0;
    return { kind: quote === BACKTICK ? 'name' : 'string', bytes, quote };
  }
}
