import type { Policy } from './policy.js';

/** A date of a workshop. */
export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** How many milliseconds before the beginning of a date this begins, and how many after its end it ends. */
export const BEFORE = 15 * 60_000;
export const AFTER = 60 * 60_000;

/**
 * The policy for replies in the thread of a workshop. Where the team has said so (`during`), members who are known are
 * not held by the category while that date runs. Guests and newcomers are held as before, and so is any text for its
 * own sake: its words, its links, its files.
 */
export function policyWhileItRuns<P extends Pick<Policy, 'hold'>>(category: P, during: Span | null, now: Date): P {
  if (during === null || category.hold !== 'all') return category;
  const [at, starts, ends] = [now.getTime(), during.startsAt.getTime(), during.endsAt.getTime()];
  return starts - BEFORE <= at && at < ends + AFTER ? { ...category, hold: 'newcomers' } : category;
}
