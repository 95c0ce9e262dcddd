import { SIZES } from '../sizes.js';
import type { KindWords } from '../submission-kind.js';

/** Of every message, whatever kind it is. */
export const MESSAGE: KindWords['text'] = { ...SIZES.text, wrong: 'text-length' };

/** Of what may be a step, which can say everything by a fact or a file: mustSay() asks for one of the three. */
export const MAYBE_EMPTY: KindWords['text'] = { ...MESSAGE, least: 0 };

export const untitled = (): boolean => false;
