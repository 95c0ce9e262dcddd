import type { Day } from '../clock/day.js';
import { outcomesOf, STEP_KINDS, type StepKind } from './step-kind.js';

export const BINDS = ['authority', 'people'] as const;
/** `dates`: the same day of a later month, or its last; `inclusive`: one day less; `clear`: one more. */
export const COUNTINGS = ['dates', 'inclusive', 'clear'] as const;

export type Binds = (typeof BINDS)[number];
export type Counting = (typeof COUNTINGS)[number];

/** `receipt`, `answer:refusal`, or the end of another rule: `rule:4`. */
export type Event = string;

/** A step or the end of a rule, as it stands in `after` and `endedBy`. */
export type ReadEvent = { step: StepKind; outcome: string | null } | { rule: number };

/** One row of the rules. */
export interface Rule {
  id: number;
  /** Versions of one rule, which were in force one after the other, share their number. */
  number: number;
  /** Two capital letters, `FR`. */
  country: string;
  /** Events of which any one begins the rule. */
  after: readonly Event[];
  /** Events for which the rule waits: a step that is one of these ends it. */
  endedBy: readonly Event[];
  /** Without months and days it is a remark, said with the rules that `after` names and never counted. */
  months: number | null;
  days: number | null;
  binds: Binds;
  counting: Counting;
  /** Whether its latest end is moved to the next working day. */
  weekday: boolean;
  /**
   * From when to when this version is in force, both days included; null for no limit. What counts is the day on which
   * the count begins.
   */
  from: Day | null;
  until: Day | null;
}

export function isRemark({ months, days }: Pick<Rule, 'months' | 'days'>): boolean {
  return months === null && days === null;
}

/** @returns null where the text names no step and no rule */
export function readEvent(event: Event): ReadEvent | null {
  const [name = '', what = null, ...more] = event.split(':');
  if (more.length > 0) return null;
  if (name === 'rule') return /^[1-9]\d{0,5}$/.test(what ?? '') ? { rule: Number(what) } : null;
  const step = STEP_KINDS.find((kind) => kind === name);
  if (step === undefined) return null;
  return what === null || outcomesOf(step).includes(what) ? { step, outcome: what } : null;
}

/** The numbers of the rules that this one begins after. */
export function rulesBefore({ after }: Pick<Rule, 'after'>): number[] {
  return after.map(readEvent).flatMap((event) => (event !== null && 'rule' in event ? [event.rule] : []));
}
