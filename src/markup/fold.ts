/** Accents and other marks; the same as in the migration that made `search_fold`. */
export const MARKS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const MARK = new RegExp(`[${MARKS}]`, 'g');

/**
 * A word as search and tags compare it: without case, accents and ligatures. The SQL function `search_fold` answers the
 * same, and a test holds both together.
 */
export function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARK, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFC');
}
