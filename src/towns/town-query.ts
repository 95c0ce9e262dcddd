import { readings, townKey, wordsOf } from './town-key.js';

/** Two digits or more, as no name has them: a department, a postal code or the code of a town, or its beginning. */
const NUMBER = /^(\d{2,5}|2[ab]\d{0,3})$/;

/** Longer than any name of a town with its number, in letters. */
const LONGEST = 80;

export interface TownQuery {
  /** A tsquery: words that begin like these, all of them. */
  readonly words: string;
  /** Keys of the names that are meant: all of the text, or all but its number. */
  readonly keys: readonly string[];
  readonly number: string | null;
  /** Nothing but a number was typed. */
  readonly onlyNumber: boolean;
}

/**
 * What somebody typed to name a town: « peltre », « St Denis (974) », « 57245 Peltre ». Null for no words, or too
 * many.
 */
export function readTownQuery(text: string): TownQuery | null {
  const words = text.length > LONGEST ? [] : wordsOf(text);
  if (words.length === 0) return null;
  // Half of all towns have a word with this letter: one letter means the town called Y, or nothing.
  const begins = words.length === 1 && words[0]?.length === 1 ? '' : ':*';
  const numbers = words.filter((word) => NUMBER.test(word));
  const named = words.filter((word) => !NUMBER.test(word));
  return {
    // Words are letters and digits only, so nothing in them can end a quotation.
    words: words
      .map(
        (word) =>
          `(${readings(word)
            .map((reading) => `'${reading}'${begins}`)
            .join(' | ')})`,
      )
      .join(' & '),
    keys: [...new Set([townKey(words.join(' ')), townKey(named.join(' '))])].filter((key) => key !== ''),
    number: numbers.length === 1 ? (numbers[0] ?? null) : null,
    onlyNumber: numbers.length === 1 && words.length === 1,
  };
}
