import type { DoorPhase } from './phase.js';

/** A locked thread takes no more replies, not even from moderators, who can unlock it first. Edits stay possible. */
export const threadLocked: DoorPhase = ({ kind, locked }) =>
  kind === 'reply' && locked ? { refuse: 'thread-locked' } : undefined;
