import { SIZES } from '../sizes.js';
import type { KindWords } from '../submission-kind.js';

/** Of every message, whatever kind it is. */
export const MESSAGE: KindWords['text'] = { ...SIZES.text, wrong: 'text-length' };

export const untitled = (): boolean => false;
