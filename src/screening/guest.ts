import type { Phase } from './phase.js';
import { holdFor } from './policy.js';

/** Where members are trusted, wholly or in time, a guest is read first: they can't become known. */
export const guest: Phase = ({ visitor, kind, category }) => {
  const hold = holdFor(kind, category);
  return visitor.isGuest && (hold === 'guests' || hold === 'newcomers') ? { hold: 'guest' } : undefined;
};
