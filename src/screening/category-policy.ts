import type { Phase } from './phase.js';
import { holdFor } from './policy.js';

/** The last word: everyone is read here, or whoever no phase before has held may be published at once. */
export const categoryPolicy: Phase = ({ kind, category }) =>
  holdFor(kind, category) === 'all' ? { hold: 'hold-all' } : { pass: true };
