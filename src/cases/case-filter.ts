import type { Day } from '../clock/day.js';
import { type Around, departmentIn, liesIn } from '../towns/around.js';
import type { Authority, CaseStatus } from './case-facts.js';

/** Which cases are wanted. A field that is left out leaves none out. */
export interface CaseFilter extends Around {
  theme?: string;
  status?: CaseStatus;
  authority?: Authority;
  /** Only these, by the ids of their threads. */
  threads?: readonly number[];
  /** Only those that were opened, or had a step, since the beginning of this day, where the forum is. */
  since?: Day;
}

/** SQL: the department of a case `l`. */
export const DEPARTMENT_OF = departmentIn('l.town_code');

/** SQL conditions on a case `l` of a thread `t`. `value` gives each value its number in the statement. */
export function conditionsOf(filter: CaseFilter, value: (each: unknown) => string): string[] {
  const { theme, status, authority, threads, since } = filter;
  const wanted = ['not t.retired', ...liesIn(filter, 'l.town_code', value)];
  if (theme !== undefined) wanted.push(`${value(theme)} = any(l.themes)`);
  if (status !== undefined) wanted.push(`l.status = ${value(status)}`);
  if (authority !== undefined) wanted.push(`l.authority = ${value(authority)}`);
  if (threads !== undefined) wanted.push(`l.thread_id = any(${value(threads)}::int[])`);
  if (since !== undefined)
    wanted.push(`l.moved_at >= ${value(since)}::date::timestamp at time zone (select time_zone from site)`);
  return wanted;
}
