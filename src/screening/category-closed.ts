import type { Phase } from './phase.js';

export const categoryClosed: Phase = ({ category }) => (category.closed ? { refuse: 'closed' } : undefined);
