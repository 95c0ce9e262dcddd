import type { Phase } from './phase.js';

export const guestsNotAllowed: Phase = ({ visitor, category }) =>
  visitor.isGuest && !category.guestsWrite ? { refuse: 'guests-may-not-write' } : undefined;
