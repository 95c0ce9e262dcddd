import { departmentOf } from './town-file.js';

/** Where something has to be: in a town, by INSEE's code, in a town of some departments; nothing said is anywhere. */
export interface Around {
  town?: string | undefined;
  /** Their codes. */
  departments?: readonly string[] | undefined;
}

/**
 * SQL: the department of the town whose code is in this column, as INSEE's codes say it: nobody has to look at the
 * towns for that. It is that of the town's own row (`departmentOf`).
 */
export function departmentIn(column: string): string {
  return `left(${column}, case when left(${column}, 2) in ('97', '98') then 3 else 2 end)`;
}

/** SQL conditions of the town whose code is in this column; `value` gives each value its place in the statement. */
export function liesIn({ town, departments }: Around, column: string, value: (each: unknown) => string): string[] {
  return [
    ...(town === undefined ? [] : [`${column} = ${value(town)}`]),
    ...(departments === undefined ? [] : [`${departmentIn(column)} = any(${value(departments)}::text[])`]),
  ];
}

/** The same of a code; null is nowhere. */
export function isIn({ town, departments }: Around, code: string | null): boolean {
  if (town === undefined && departments === undefined) return true;
  if (code === null || (town !== undefined && code !== town)) return false;
  return departments === undefined || departments.includes(departmentOf(code));
}
