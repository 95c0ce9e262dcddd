const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae' };

/** Words that people shorten, while every official name has them whole. */
const SHORTENED: Record<string, string> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' };

/**
 * The name of a town as it is looked for: lower case, no accent, one space between words, « St » and « s/ » written
 * out. The column `key` is filled by this function: a change of it needs a migration that fills that column again.
 */
export function townKey(name: string): string {
  return wordsOf(name)
    .map((word) => SHORTENED[word] ?? word)
    .join(' ');
}

/** The same words as they were typed: whoever types « ste » may be about to write Steenvoorde. */
export function wordsOf(name: string): string[] {
  const letters = name.toLowerCase().replace(/[œæ]/g, (letter) => LIGATURES[letter] ?? letter);
  return letters
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\bs\/\s*/g, 'sur ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Both readings of a word that may be a shortened one. */
export function readings(word: string): string[] {
  const whole = SHORTENED[word];
  return whole === undefined ? [word] : [word, whole];
}
