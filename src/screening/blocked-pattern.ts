import { asSeen } from '../members/confusables.js';

/** A line of a list, taken apart: words one after the other, the last one perhaps only begun (`arnaqu*`). */
export interface Pattern {
  readonly words: readonly string[];
  readonly begun: boolean;
}

/**
 * The words of a text as a hurried eye sees them: case, accents, letters that look alike and invisible signs are
 * ignored. Whole words are compared, so that no part of an honest one is taken for another.
 */
export function seenWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => asSeen(word).normalize('NFKD').replace(/\p{M}/gu, ''));
}

export function readPattern(line: string): Pattern {
  return { words: seenWords(line), begun: line.trimEnd().endsWith('*') };
}

export function standsIn({ words, begun }: Pattern, text: readonly string[]): boolean {
  if (words.length === 0) return false;
  const last = words.length - 1;
  return text.some((_, at) =>
    words.every((word, index) => {
      const seen = text[at + index];
      return index === last && begun ? (seen?.startsWith(word) ?? false) : seen === word;
    }),
  );
}
