import type { Holiday, WrittenRule } from '../../cases/law.js';
import { typedHolidays } from './typed-holidays.js';
import { RULE_FIELDS, typedRule } from './typed-rule.js';

/** One field of a form before and after, as it is typed; empty for nothing. `name` is that of the field. */
export interface ChangedField {
  name: string;
  before: string;
  after: string;
}

/** `old` is null for a new rule: then all that it says is new. */
export function changedFields(old: WrittenRule | null, rule: WrittenRule): ChangedField[] {
  const [before, after] = [old === null ? null : typedRule(old), typedRule(rule)];
  return RULE_FIELDS.map((name) => ({ name, before: before?.[name] ?? '', after: after[name] })).filter(
    (field) => field.before !== field.after,
  );
}

/** Each day that comes, goes or gets another name; without those that stay. */
export function changedHolidays(known: readonly Holiday[], holidays: readonly Holiday[]): ChangedField[] {
  const lines = (all: readonly Holiday[]) => new Map(all.map((one) => [one.day, typedHolidays([one])]));
  const [before, after] = [lines(known), lines(holidays)];
  const days = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return days
    .map((day) => ({ name: 'days', before: before.get(day) ?? '', after: after.get(day) ?? '' }))
    .filter((field) => field.before !== field.after);
}
