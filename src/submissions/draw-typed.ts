import { drawAhead } from '../markup/ahead.js';
import { cleanText, letters } from './clean.js';
import { SIZES } from './sizes.js';

/**
 * What comes before a long text is checked and stored: it is drawn where that holds up nobody, and before a transaction
 * takes a connection. A text that will be refused for its length is not drawn at all.
 */
export async function drawTyped(text: string, language: 'fr' | 'en'): Promise<void> {
  const cleaned = cleanText(text);
  if (letters(cleaned) <= SIZES.text.most) await drawAhead(cleaned, language);
}
