import { createHash } from 'node:crypto';
import type { Holiday, WrittenRule } from '../../cases/law.js';
import { type ChangedDate, changedDates } from '../../deadlines/changed-dates.js';
import { type Day, plusDays } from '../../clock/day.js';
import type { Happened } from '../../deadlines/step-kind.js';
import type { ChangedField } from './changed-fields.js';

interface Laws {
  before: WrittenLaw | undefined;
  after: WrittenLaw | undefined;
  /** Of the change, and of the holidays of both laws. */
  country: string;
  today: Day;
}

interface WrittenLaw {
  rules: readonly WrittenRule[];
  holidays: readonly Holiday[];
}

/** What a change of the law would change; shown before it is saved. */
export interface LawChange {
  fields: ChangedField[];
  /** The dates of a request that begins today, where they would be others. */
  dates: ChangedDate<WrittenRule>[];
  /** Says that exactly this was shown: another change, or another law meanwhile, has another one. */
  seen: string;
}

/** A request that begins today and goes all the way, to show what a change would do. */
export function exampleFrom(today: Day): Happened[] {
  const steps = { request: 0, receipt: 2, cada: 60, 'cada-number': 67 } as const;
  return Object.entries(steps).map(([kind, days]) => ({
    kind: kind as keyof typeof steps,
    outcome: null,
    dated: plusDays(today, days),
  }));
}

export function lawChange({ before, after, country, today }: Laws, fields: ChangedField[]): LawChange {
  const law = (of: WrittenLaw = { rules: [], holidays: [] }) => ({
    rules: of.rules.filter((rule) => rule.country === country),
    holidays: new Set(of.holidays.map(({ day }) => day)),
  });
  const seen = createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('base64url')
    .slice(0, 22);
  return { fields, dates: changedDates(exampleFrom(today), [law(before), law(after)], today), seen };
}
