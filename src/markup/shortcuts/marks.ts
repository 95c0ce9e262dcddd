import type { Token } from 'markdown-it';

/** What a token might become once its partner is found; until then it is the text that was typed. */
export type Mark =
  | { kind: 'brace-open'; size: 1 | 2; fits: boolean }
  | { kind: 'brace-close'; length: number; fits: boolean }
  | { kind: 'tag-open'; name: string; attributes: [string, string][] }
  | { kind: 'tag-close'; name: string };

const marks = new WeakMap<Token, Mark>();

export function setMark(token: Token, mark: Mark): void {
  marks.set(token, mark);
}

export function markOf(token: Token): Mark | undefined {
  return marks.get(token);
}
