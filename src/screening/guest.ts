import type { Phase } from './phase.js';
import { holdFor } from './policy.js';

/**
 * Where members are trusted, at once or after some accepted posts, guests are held, because they can't become known.
 */
export const guest: Phase = ({ visitor, kind, category }) => {
  const hold = holdFor(kind, category);
  return visitor.isGuest && (hold === 'guests' || hold === 'newcomers') ? { hold: 'guest' } : undefined;
};
