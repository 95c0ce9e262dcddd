import type { Phase } from './phase.js';
import { holdFor } from './policy.js';

/** The last phase: the category holds everyone, or lets those be published at once whom no earlier phase has held. */
export const categoryPolicy: Phase = ({ kind, category }) =>
  holdFor(kind, category) === 'all' ? { hold: 'hold-all' } : { pass: true };
