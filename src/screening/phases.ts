import { categoryClosed } from './category-closed.js';
import { categoryPolicy } from './category-policy.js';
import { guestsNotAllowed } from './guests-not-allowed.js';
import { moderatorsOwnEdit } from './moderators-own-edit.js';
import type { Phase } from './phase.js';

/** What a contribution goes through, in this order; the first opinion counts. */
export const PHASES: readonly Phase[] = [
  // Nobody writes where writing is over, whoever they are.
  categoryClosed,
  guestsNotAllowed,
  // From here on only who waits is asked.
  moderatorsOwnEdit,
  categoryPolicy,
];
