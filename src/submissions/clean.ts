const CONTROLS = /(?![\n\t])\p{Cc}/gu;
// Accents that are heaped until they run over the lines around; a text loses them when it is drawn.
const HEAP = /(\p{M}{8})\p{M}+/gu;
// Characters that turn the reading direction round: in a name or a title they rewrite the line around them.
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Many lines as typed: one way of ending them, one way of composing accents, nothing that cannot be seen or printed.
 */
export function cleanText(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').normalize('NFC').trim();
}

/** One line: a title, a name, an address. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(DIRECTIONS, '').replace(HEAP, '$1').replace(/\s+/g, ' ').trim();
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Length as people count it: an emoji or a letter outside the first plane is one. */
export function letters(text: string): number {
  // Counted without a list of them: 20,000 letters took longer than all the rest of what is asked of a text.
  return text.length - (text.match(PAIR)?.length ?? 0);
}

// Besides spaces and joiners: the fillers of Hangul, which are letters, and the blank of Braille, which is a symbol.
const UNSEEN = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether nothing of it can be seen: a text of joiners and spaces is empty. */
export function isBlank(text: string): boolean {
  return text.replace(UNSEEN, '') === '';
}
