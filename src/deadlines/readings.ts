import type { Beginning } from './beginnings.js';
import { type Day, nextWorkingDay, plusDays, plusMonths } from '../clock/day.js';
import type { Counting, Rule } from './rule.js';
import { type Span, within } from './span.js';

/** One rule, counted from one thing that begins it. */
export interface Reading extends Span {
  rule: Rule;
  of: Beginning['of'];
  begins: Span;
}

const MOVED: Record<Counting, number> = { dates: 0, inclusive: -1, clear: 1 };

/**
 * The earliest and the latest end of a rule that begins on this day. Where the rule says so, the latest one is moved to
 * the next working day.
 */
export function countFrom(
  rule: Pick<Rule, 'months' | 'days' | 'counting' | 'weekday'>,
  day: Day,
  holidays: ReadonlySet<Day>,
): { earliest: Day; latest: Day } {
  const end = plusDays(plusMonths(day, rule.months ?? 0), (rule.days ?? 0) + MOVED[rule.counting]);
  return { earliest: end, latest: rule.weekday ? nextWorkingDay(end, holidays) : end };
}

/** The rule counted from this beginning. Null where this version of the rule was not in force when it began. */
export function readingOf(rule: Rule, { of, span }: Beginning, holidays: ReadonlySet<Day>): Reading | null {
  const begins = within(span, rule.from, rule.until);
  if (begins === null) return null;
  return {
    rule,
    of,
    begins,
    earliest: countFrom(rule, begins.earliest, holidays).earliest,
    latest: begins.latest === null ? null : countFrom(rule, begins.latest, holidays).latest,
  };
}

/**
 * Leaves out the readings that cannot be meant. What happens while the time of earlier readings still runs may have
 * begun that time anew, so both count. What happens after the latest end of all earlier readings begins nothing, unless
 * one of these was begun by the same step or rule.
 */
export function possibleReadings(readings: readonly Reading[]): Reading[] {
  const possible: Reading[] = [];
  for (const reading of readings.toSorted((a, b) => (a.begins.earliest < b.begins.earliest ? -1 : 1))) {
    const end = possible.length === 0 ? null : latestOf(possible);
    const isOfOne = possible.some(({ of }) => of === reading.of);
    if (end === null || isOfOne || reading.begins.earliest <= end) possible.push(reading);
  }
  return possible;
}

export function earliestOf(readings: readonly Reading[]): Day {
  return readings.map(({ earliest }) => earliest).reduce((a, b) => (a < b ? a : b));
}

/** The latest end of all readings; null where one of them has no end that anybody knows. */
export function latestOf(readings: readonly Reading[]): Day | null {
  return readings.map(({ latest }) => latest).reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
}
