import type { DoorPhase } from './phase.js';

/**
 * A locked thread takes no more replies and proposals, not even from moderators, who can unlock it first. Edits stay
 * possible.
 */
export const threadLocked: DoorPhase = ({ kind, locked }) =>
  (kind === 'reply' || kind === 'proposal') && locked ? { refuse: 'thread-locked' } : undefined;
