import type { DoorPhase } from './phase.js';

export const guestsNotAllowed: DoorPhase = ({ visitor, category }) =>
  visitor.isGuest && !category.guestsWrite ? { refuse: 'guests-may-not-write' } : undefined;
