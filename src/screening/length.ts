import type { Phase } from './phase.js';

/** In UTF-16 units: from here on a text is read in several minutes, and something else may be pasted in it. */
export const LONG = 10_000;

export const length: Phase = ({ text }) => (text.length > LONG ? { hold: 'long' } : undefined);
