import type { DoorPhase } from './phase.js';

export const categoryClosed: DoorPhase = ({ category }) => (category.closed ? { refuse: 'closed' } : undefined);
