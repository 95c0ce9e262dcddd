import { countRequest, type Law } from './count.js';
import type { Day } from '../clock/day.js';
import type { Rule } from './rule.js';
import type { Happened } from './step-kind.js';

/** A date that another law would give; null where a law gives none. */
export interface ChangedDate<R extends Rule> {
  rule: R;
  before: Day | null;
  after: Day | null;
}

/** How the dates of one request change when the law changes. Rules whose date stays the same are left out. */
export function changedDates<R extends Rule>(
  steps: readonly Happened[],
  [before, after]: readonly [Law<R>, Law<R>],
  today: Day,
): ChangedDate<R>[] {
  const datesBy = (law: Law<R>) => new Map(countRequest(steps, law, today).map((date) => [date.rule.number, date]));
  const [old, made] = [datesBy(before), datesBy(after)];
  const numbers = [...new Set([...old.keys(), ...made.keys()])].toSorted((a, b) => a - b);
  return numbers.flatMap((number) => {
    const dates = [old.get(number), made.get(number)];
    const [was = null, is = null] = dates.map((date) => date?.shown ?? null);
    const rule = (dates[1] ?? dates[0])?.rule;
    return rule === undefined || was === is ? [] : [{ rule, before: was, after: is }];
  });
}
