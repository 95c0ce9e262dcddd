import type { DateState } from '../publishing/workshops/date-states.js';

/** Whether two states of a date say the same; null for a date that does not exist. */
export function sameState(one: DateState | null, other: DateState | null): boolean {
  if (one === null || other === null) return one === other;
  return (Object.keys(one) as (keyof DateState)[]).every((field) => one[field] === other[field]);
}
