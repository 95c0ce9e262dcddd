/** Letters that are written from right to left: Hebrew, Arabic and the scripts of their blocks. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Somebody's words inside a sentence of ours, on a page, in a title or in a feed: with letters that are written from
 * right to left they would turn round what follows, a number or a date. Signs of isolation work where no element does.
 */
export function isolated(words: string): string {
  const plain = words.replace(DIRECTIONS, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
