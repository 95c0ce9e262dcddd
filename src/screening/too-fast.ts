import type { Phase } from './phase.js';

/**
 * Somebody who sends more than this within one minute can hardly have read what they answer. A demonstration
 * multiplies it.
 */
export const MOST_A_MINUTE = 5;

export const tooFast: Phase = ({ facts }) => (facts.sentLately >= facts.mostLately ? { hold: 'too-fast' } : undefined);
