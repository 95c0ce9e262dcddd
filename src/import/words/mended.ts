/** The signs that windows-1252 has between 0x80 and 0x9f, in that order; five bytes there are none of its own. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A byte of the second half, as it looks when UTF-8 is read as windows-1252. */
const REST = `[\u0080-\u00bf${SIGNS}]`;

/**
 * The first bytes of the letters and signs that western texts have. Others are left: « CAFÉ» would be taken for two
 * halves of a phonetic letter.
 */
const TWICE = new RegExp(`[ÂÃÅ]${REST}|â${REST}${REST}`, 'gu');

const utf8 = new TextDecoder('utf-8', { fatal: true });

function byteOf(letter: string): number {
  const sign = SIGNS.indexOf(letter);
  return sign === -1 ? letter.charCodeAt(0) : 0x80 + sign;
}

function once(halves: string): string {
  try {
    return utf8.decode(Uint8Array.from(halves, byteOf));
  } catch {
    return halves;
  }
}

/**
 * Makes « été » of « Ã©tÃ© »: UTF-8 that was taken for latin1 and encoded again, as moved sites have it; twice at
 * most.
 */
export function mended(text: string): string {
  const first = text.replace(TWICE, once);
  return first === text ? text : first.replace(TWICE, once);
}
