import type { Policy } from './policy.js';

/** A date of a workshop. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** Milliseconds before a date begins, and after it has ended. */
export const BEFORE = 15 * 60_000;
export const AFTER = 60 * 60_000;

/**
 * Whom a workshop's thread holds among those who answer there: while the date runs for which the team has said so, no
 * members that are known. Guests and newcomers are held as before, and so is whatever a text is held for by itself.
 */
export function policyWhileItRuns<P extends Pick<Policy, 'hold'>>(category: P, during: Span | null, now: Date): P {
  if (during === null || category.hold !== 'all') return category;
  const [at, starts, ends] = [now.getTime(), during.startsAt.getTime(), during.endsAt.getTime()];
  return starts - BEFORE <= at && at < ends + AFTER ? { ...category, hold: 'newcomers' } : category;
}
