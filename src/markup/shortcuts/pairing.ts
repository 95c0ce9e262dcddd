import type { StateInline, Token } from 'markdown-it';
import { settingOf } from '../setting.js';
import { markOf } from './marks.js';

type Open =
  | { kind: 'fixed'; token: Token }
  | { kind: 'brace'; token: Token; size: 1 | 2; fits: boolean; crossed: boolean }
  | { kind: 'tag'; token: Token; name: string; attributes: [string, string][] };

const DEEPEST = 20;

/**
 * Finds the partners of braces and tags in one paragraph, among the pairs that Markdown has already made (`fixed`:
 * they can't be crossed). What finds none is left as typed; an opened brace is closed by the end of its paragraph,
 * as SPIP does, and its late closer is then swallowed.
 */
export class Pairing {
  readonly tokens: Token[] = [];
  private stack: Open[] = [];

  constructor(
    private readonly newToken: StateInline['Token'],
    private readonly owed: [number, number],
  ) {}

  meet(token: Token): void {
    const mark = markOf(token);
    if (token.nesting === -1) this.closeFixed();
    if (token.type === 'softbreak' || token.type === 'hardbreak') this.crossLine();
    if (mark?.kind === 'brace-close') return this.closeBraces(mark.length, mark.fits);
    if (mark?.kind === 'tag-close' && this.closeTag(mark.name)) return;
    this.tokens.push(token);
    if (token.nesting === 1) this.stack.push({ kind: 'fixed', token });
    else if (this.stack.length >= DEEPEST) return;
    else if (mark?.kind === 'brace-open') this.stack.push({ ...mark, kind: 'brace', token, crossed: false });
    else if (mark?.kind === 'tag-open') this.stack.push({ ...mark, kind: 'tag', token });
  }

  /** Closes what the paragraph leaves open; answers the closers that the next one may swallow. */
  finish(): [number, number] {
    const late: [number, number] = [0, 0];
    for (const open of this.stack.reverse()) this.closeByForce(open, late);
    return late;
  }

  private closeFixed(): void {
    let open = this.stack.pop();
    for (; open !== undefined && open.kind !== 'fixed'; open = this.stack.pop()) this.closeByForce(open, this.owed);
  }

  /** Strong words may run over the end of a line, when they are closed: one brace is too often a line of code. */
  private crossLine(): void {
    if (this.stack.some((open) => open.kind === 'brace' && open.size === 1))
      this.stack = this.stack.filter((open) => open.kind !== 'brace' || open.size === 2);
    for (const open of this.stack) if (open.kind === 'brace') open.crossed = true;
  }

  private closeTag(name: string): boolean {
    const at = this.stack.findLastIndex(
      (open) => open.kind === 'fixed' || (open.kind === 'tag' && open.name === name),
    );
    const open = this.stack[at];
    if (open?.kind !== 'tag') return false;
    for (const crossed of this.stack.splice(at).slice(1).reverse()) this.closeByForce(crossed, this.owed);
    this.draw(open.token, open.name, open.attributes);
    return true;
  }

  private closeBraces(length: number, fits: boolean): void {
    for (let rest = length; rest > 0;) {
      const size = rest >= 2 && this.wants(rest) === 2 ? 2 : 1;
      const taken = this.closeBrace(size, fits) || this.swallow(rest);
      if (taken === 0) return this.text('}'.repeat(rest));
      rest -= taken;
    }
  }

  /** The size of the pair that a run of closers should end first. */
  private wants(rest: number): number {
    const sizes = this.stack
      .slice(this.stack.findLastIndex((open) => open.kind === 'fixed') + 1)
      .flatMap((open) => (open.kind === 'brace' ? [open.size] : []));
    return rest === 2 && sizes.at(-1) === 1 && sizes.at(-2) === 2 ? 2 : (sizes.at(-1) ?? 0);
  }

  private closeBrace(size: 1 | 2, fits: boolean): number {
    const at = this.stack.findLastIndex(
      (open) => open.kind === 'fixed' || (open.kind === 'brace' && open.size === size),
    );
    const open = this.stack[at];
    if (open?.kind !== 'brace') return 0;
    if (!open.fits || !fits) {
      this.stack.splice(at, 1);
      this.text('}'.repeat(size));
      return size;
    }
    for (const crossed of this.stack.splice(at).slice(1).reverse()) this.closeByForce(crossed, this.owed);
    this.draw(open.token, size === 1 ? 'i' : 'strong', null);
    return size;
  }

  private swallow(rest: number): number {
    const size = rest >= 2 && this.owed[1] > 0 ? 2 : 1;
    if (this.owed[size - 1] === 0) return 0;
    this.owed[size - 1] = (this.owed[size - 1] ?? 0) - 1;
    return size;
  }

  private closeByForce(open: Open, owed: [number, number]): void {
    if (open.kind !== 'brace' || !open.fits || open.crossed) return;
    owed[open.size - 1] = (owed[open.size - 1] ?? 0) + 1;
    this.draw(open.token, open.size === 1 ? 'i' : 'strong', null);
  }

  private draw(opener: Token, tag: string, attributes: [string, string][] | null): void {
    Object.assign(opener, { type: `${tag}_open`, tag, nesting: 1, content: '', attrs: attributes });
    this.tokens.push(new this.newToken(`${tag}_close`, tag, -1));
  }

  private text(content: string): void {
    const token = new this.newToken('text', '', 0);
    token.content = content;
    this.tokens.push(token);
  }
}

/** Runs after Markdown's own pairs are made. */
export function pairUp(state: StateInline): void {
  const setting = settingOf(state.env);
  const pairing = new Pairing(state.Token, setting.owed);
  for (const token of state.tokens) pairing.meet(token);
  setting.owed = pairing.finish();
  // The array is the one that the caller keeps: it is filled anew, not replaced.
  state.tokens.splice(0, state.tokens.length, ...pairing.tokens);
}
