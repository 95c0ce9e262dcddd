import type { Phase } from './phase.js';

/** Nobody reads what they answer when they send more than this within one minute. A demonstration multiplies it. */
export const MOST_A_MINUTE = 5;

export const tooFast: Phase = ({ facts }) => (facts.sentLately >= facts.mostLately ? { hold: 'too-fast' } : undefined);
