import type { Decision } from './decision.js';

/** Milliseconds in which a decision is undone without anybody having heard of it. */
export const UNDO_TIME = 30_000;

const TOLD: readonly Decision[] = [
  'accept',
  'edit-and-accept',
  'publish',
  'return',
  'refuse',
  'spam',
  'take-down',
  'restore',
  'team-edit',
  'undo',
];

/**
 * SQL over rows of desk.decision: those of which src/notices tells the persons concerned, and when: after the time in
 * which they can be undone quickly.
 */
export const IS_TOLD = `decision in (${TOLD.map((decision) => `'${decision}'`).join(', ')})`;
export const TOLD_AT = `decided_at + interval '${UNDO_TIME} milliseconds'`;
