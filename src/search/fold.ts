import { fold, MARKS } from '../markup/fold.js';

export { fold };

const WORD = new RegExp(`[\\p{L}\\p{Nd}${MARKS}]+`, 'gu');
const LONGEST_WORD = 60;

/** A word of a text: its letters in small, what they fold to, and where they stand in the text that was given. */
export interface FoundWord {
  word: string;
  folded: string;
  from: number;
  to: number;
}

/**
 * The words of a text in order, as `search_words` finds them: letters and digits, with a cut at all else. The text must
 * be in NFKC already where its places are to be used.
 */
export function wordsOf(text: string): FoundWord[] {
  return [...text.normalize('NFKC').matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const word = cutTo(found.toLowerCase());
    const folded = fold(word);
    return folded === '' ? [] : [{ word, folded, from: index, to: index + found.length }];
  });
}

/** By characters and not by halves of them, as the database cuts. */
function cutTo(word: string): string {
  return word.length <= LONGEST_WORD ? word : Array.from(word).slice(0, LONGEST_WORD).join('');
}
