import type { Day } from '../clock/day.js';
import type { Authority, CaseStatus } from './case-facts.js';

/** Which cases; a field that is left out filters nothing. */
export interface CaseFilter {
  /** INSEE's codes. */
  town?: string;
  department?: string;
  /** Its name. */
  region?: string;
  theme?: string;
  status?: CaseStatus;
  authority?: Authority;
  /** None but these, by the ids of their threads. */
  threads?: readonly number[];
  /** Opened or moved on since this day began where the forum is. */
  since?: Day;
}

/**
 * The department of a case `l`, as INSEE's codes say it: what is counted needs no look at the towns for that. It is
 * that of the town's own row (src/towns/town-file.ts).
 */
export const DEPARTMENT_OF = `left(l.town_code, case when left(l.town_code, 2) in ('97', '98') then 3 else 2 end)`;

/** For a case `l` of a thread `t`; `value` gives each value its place in the statement. */
export function conditionsOf(filter: CaseFilter, value: (each: unknown) => string): string[] {
  const { town, department, region, theme, status, authority, threads, since } = filter;
  const wanted = ['not t.retired'];
  if (town !== undefined) wanted.push(`l.town_code = ${value(town)}`);
  if (department !== undefined) wanted.push(`${DEPARTMENT_OF} = ${value(department)}`);
  if (region !== undefined)
    wanted.push(`${DEPARTMENT_OF} in (select code from department where region = ${value(region)})`);
  if (theme !== undefined) wanted.push(`${value(theme)} = any(l.themes)`);
  if (status !== undefined) wanted.push(`l.status = ${value(status)}`);
  if (authority !== undefined) wanted.push(`l.authority = ${value(authority)}`);
  if (threads !== undefined) wanted.push(`l.thread_id = any(${value(threads)}::int[])`);
  if (since !== undefined)
    wanted.push(`l.moved_at >= ${value(since)}::date::timestamp at time zone (select time_zone from site)`);
  return wanted;
}
