import type { Decision } from './decision.js';

/** Milliseconds in which a decision is undone without anybody having heard of it. */
export const UNDO_TIME = 30_000;

const TOLD: ReadonlySet<Decision> = new Set([
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
]);

/**
 * When src/notices tells the persons concerned of a decision: after the time in which it can be undone quickly. Null
 * for what concerns nobody.
 */
export function toldAt(decision: Decision, now: Date): Date | null {
  return TOLD.has(decision) ? new Date(now.getTime() + UNDO_TIME) : null;
}
