import type { Phase } from './phase.js';
import { holdFor } from './policy.js';

/**
 * The last phase: the category holds everyone, or lets those be published at once whom no earlier phase has held. What
 * somebody proposes to change in the words of others always waits.
 */
export const categoryPolicy: Phase = ({ kind, category }) => {
  if (kind === 'proposal') return { hold: 'proposal' };
  return holdFor(kind, category) === 'all' ? { hold: 'hold-all' } : { pass: true };
};
