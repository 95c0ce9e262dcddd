import type { CleanFile } from './cleaned.js';
import type { BlackedAreas, Place } from './covers.js';
import { recognise } from './recognise.js';
import { Refused } from './refusal.js';

/**
 * A cleaned file without what is covered. It runs where clean() runs. @throws Refused for a kind that has no pages to
 * paint on
 */
export async function blackedOut(
  bytes: Uint8Array,
  blackOut: BlackedAreas,
): Promise<CleanFile & { page?: Buffer; small?: Buffer }> {
  const format = await recognise(bytes);
  if (format === 'picture') return (await import('./black-out-picture.js')).blackOutPicture(bytes, blackOut);
  if (format === 'pdf') return (await import('./black-out-pdf.js')).blackOutPdf(bytes, blackOut);
  throw new Refused('unknown');
}

/** The places of words in a cleaned file; none in one without pages. */
export async function found(bytes: Uint8Array, words: readonly string[]): Promise<Place[]> {
  if ((await recognise(bytes)) !== 'pdf') return [];
  return (await import('./black-out-pdf.js')).placesIn(bytes, words);
}
