import type { Phase } from './phase.js';

/** A suspension ends all sessions; this refuses a form that was being received at that moment. */
export const suspended: Phase = ({ facts }) => (facts.suspended ? { refuse: 'suspended' } : undefined);
