import { beginningsOf, stepsOf } from './beginnings.js';
import { type Day, firstOf } from '../clock/day.js';
import { orderOf } from './order.js';
import { earliestOf, latestOf, possibleReadings, type Reading, readingOf } from './readings.js';
import { isRemark, type Rule, rulesBefore } from './rule.js';
import { type Span, spanOf, within } from './span.js';
import type { Happened } from './step-kind.js';

/**
 * `done`: what it waits for came. `over`: the request ended otherwise, and nothing waits for it any more. `passed`: its
 * day has passed. `running`: its count has begun. `ahead`: it begins on a day to come.
 */
export type DateState = 'done' | 'over' | 'passed' | 'running' | 'ahead';

/** One date that the law gives, as it is shown. */
export interface CountedDate<R extends Rule = Rule> extends Span {
  rule: R;
  /** The earliest reading where it binds people; where it binds the authority the latest, if anybody knows one. */
  shown: Day;
  /** What begins the count of the shown day, and the day on which it begins. */
  start: { of: Happened | { rule: R }; day: Day };
  state: DateState;
  endedBy: Happened | null;
  /** Remarks that are shown with it. */
  remarks: R[];
}

export interface Law<R extends Rule = Rule> {
  /** Of one country. */
  rules: readonly R[];
  holidays: ReadonlySet<Day>;
}

/**
 * All dates of one request: done, running and to come, in the order of the rules. `today` only says which of these each
 * is: no date depends on it.
 */
export function countRequest<R extends Rule>(
  steps: readonly Happened[],
  { rules, holidays }: Law<R>,
  today: Day,
): CountedDate<R>[] {
  const counted = rules.filter((rule) => !isRemark(rule));
  const ends = new Map<number, Span>();
  const shown = new Map<number, R>();
  const isOver = endsAll(steps);
  return (orderOf(counted) ?? []).flatMap((number) => {
    const versions = counted.filter((rule) => rule.number === number);
    const possible = possibleReadings(
      versions.flatMap((rule) =>
        beginningsOf(rule, steps, ends).flatMap((beginning) => readingOf(rule, beginning, holidays) ?? []),
      ),
    );
    if (possible.length === 0) return [];
    const span = { earliest: earliestOf(possible), latest: latestOf(possible) };
    const endedBy = firstEnd(versions, steps);
    const end = endOf(span, endedBy?.until ?? null);
    if (end !== null) ends.set(number, end);
    const { reading, day, date } = choose(possible, span);
    const rule = versions.find(({ id }) => id === reading.rule.id) as R;
    shown.set(number, rule);
    const of = 'rule' in reading.of ? { rule: shown.get(reading.of.rule) as R } : reading.of;
    const remarks = rules.filter(
      (each) => isRemark(each) && rulesBefore(each).includes(number) && within(oneDay(day), each.from, each.until),
    );
    const state = stateOf({ endedBy, isOver, date, day, today });
    return [{ ...span, rule, shown: date, start: { of, day }, state, endedBy: endedBy?.step ?? null, remarks }];
  });
}

/** When the time of a rule ended; null where what it waits for came before that. */
function endOf({ earliest, latest }: Span, came: Day | null): Span | null {
  if (came === null) return { earliest, latest };
  return came < earliest ? null : { earliest, latest: latest === null ? came : firstOf(latest, came) };
}

function oneDay(day: Day): Span {
  return { earliest: day, latest: day };
}

/** The reading that is shown, the day that it is counted from, and its end. */
function choose(readings: readonly Reading[], { earliest, latest }: Span): { reading: Reading; day: Day; date: Day } {
  const isLatest = latest !== null && readings.some(({ rule }) => rule.binds === 'authority');
  const date = isLatest ? latest : earliest;
  const reading = readings.find((each) => (isLatest ? each.latest : each.earliest) === date) as Reading;
  const day = isLatest ? (reading.begins.latest as Day) : reading.begins.earliest;
  return { reading, day, date };
}

/** The first step that one of these waits for, and the last day on which it can have been. */
function firstEnd(versions: readonly Rule[], steps: readonly Happened[]): { step: Happened; until: Day } | null {
  const found = versions
    .flatMap(({ endedBy }) => endedBy.flatMap((event) => stepsOf(event, steps)))
    .flatMap((step) => {
      const span = spanOf(step.dated);
      return span === null ? [] : [{ step, until: span.latest }];
    });
  return found.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0] ?? null;
}

/** Everything was given, or a court has spoken: no date is left to wait for. */
function endsAll(steps: readonly Happened[]): boolean {
  const isPart = steps.some(({ kind, outcome }) => kind === 'answer' && outcome === 'part');
  return steps.some(
    ({ kind, outcome }) =>
      (kind === 'answer' && outcome === 'all') || kind === 'judgement' || (kind === 'documents' && !isPart),
  );
}

function stateOf(of: { endedBy: object | null; isOver: boolean; date: Day; day: Day; today: Day }): DateState {
  if (of.endedBy !== null) return 'done';
  if (of.isOver) return 'over';
  if (of.date < of.today) return 'passed';
  return of.day <= of.today ? 'running' : 'ahead';
}
