import { fold, MARKS } from '../markup/fold.js';

export { fold };

const WORD = new RegExp(`[\\p{L}\\p{Nd}${MARKS}]+`, 'gu');
const LONGEST_WORD = 60;

/** A word of a text: in small letters, folded (without accents), and with its position in the text that was given. */
export interface FoundWord {
  word: string;
  folded: string;
  from: number;
  to: number;
}

/**
 * The words of a text in order, as `search_words` in the database finds them: runs of letters and digits. For their
 * positions to be right, the text must be in NFKC already.
 */
export function wordsOf(text: string): FoundWord[] {
  return [...text.normalize('NFKC').matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const word = cutTo(found.toLowerCase());
    const folded = fold(word);
    return folded === '' ? [] : [{ word, folded, from: index, to: index + found.length }];
  });
}

/** Counts whole characters, as the database does, and not UTF-16 units, of which some characters have two. */
function cutTo(word: string): string {
  return word.length <= LONGEST_WORD ? word : Array.from(word).slice(0, LONGEST_WORD).join('');
}
