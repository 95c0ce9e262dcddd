/**
 * What some words of a file look like, which may be about a person (a telephone number). It is a hint for whoever reads
 * the file, never a decision.
 */
export const HINTS = ['phone', 'mail', 'plate', 'iban', 'social-security'] as const;

/** Something of that kind stands on these pages, from 1; the first few of them. */
export interface Hint {
  what: (typeof HINTS)[number];
  pages: number[];
}

// Each repetition has a limit, because a page may be one word of fifty thousand letters.
const LOOKS: Readonly<Record<Hint['what'], RegExp>> = {
  phone: /(?<!\d)(?:(?:\+|00)33[\s.-]?(?:\(0\))?[\s.-]?[1-9]|0[1-9])(?:[\s.-]?\d{2}){4}(?!\d)/,
  mail: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/,
  plate: /\b[A-HJ-NP-TV-Z]{2}[-\s]\d{3}[-\s][A-HJ-NP-TV-Z]{2}\b/,
  iban: /\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?\b/,
  'social-security':
    /(?<!\d)[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?!\d)/,
};
const MOST_PAGES = 20;

/** The hints in the words of each page. */
export function hintsIn(words: readonly string[]): Hint[] {
  return HINTS.map((what) => ({
    what,
    pages: words.flatMap((text, at) => (LOOKS[what].test(text) ? [at + 1] : [])).slice(0, MOST_PAGES),
  })).filter(({ pages }) => pages.length > 0);
}
