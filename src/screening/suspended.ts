import type { Phase } from './phase.js';

/** Sessions end with a suspension; this is for what was on its way when they did. */
export const suspended: Phase = ({ facts }) => (facts.suspended ? { refuse: 'suspended' } : undefined);
