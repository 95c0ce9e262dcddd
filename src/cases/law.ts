import type { Queries } from '../database/transaction.js';
import type { Day } from '../clock/day.js';
import type { Rule } from '../deadlines/rule.js';
import { DeadlineRuleEntity } from './deadline-rule.entity.js';
import { HolidayEntity } from './holiday.entity.js';

/** A rule with all that is said of it, in both languages. */
export interface WrittenRule extends Rule {
  words: Readonly<Record<'fr' | 'en', string>>;
  about: Readonly<Record<'fr' | 'en', string>>;
  source: Readonly<Record<'fr' | 'en', string>>;
  /** Null until a lawyer has read it again. */
  checked: { on: Day; by: string } | null;
}

export interface Holiday {
  day: Day;
  fr: string;
  en: string;
}

/** How many rules, and how many holidays, there may be: an administrator reads them all on one page. */
export const MOST_RULES = 200;
export const MOST_HOLIDAYS = 1_000;

/**
 * The rules of all countries, in their order; of two versions of a rule, the one that was in force earlier comes first.
 */
export async function readRules(from: Queries): Promise<WrittenRule[]> {
  const rows = await from.repository(DeadlineRuleEntity).find({
    order: { number: 'ASC', heldFrom: { direction: 'ASC', nulls: 'FIRST' }, id: 'ASC' },
    take: MOST_RULES,
  });
  return rows.map(writtenRule);
}

/** The holidays of a country, the first ones first. */
export function readHolidays(from: Queries, country: string): Promise<Holiday[]> {
  return from.repository(HolidayEntity).find({
    select: { day: true, fr: true, en: true },
    where: { country },
    order: { day: 'ASC' },
    take: MOST_HOLIDAYS,
  });
}

function writtenRule({
  heldFrom,
  heldUntil,
  wordsFr,
  wordsEn,
  aboutFr,
  aboutEn,
  sourceFr,
  sourceEn,
  checkedOn,
  checkedBy,
  ...row
}: DeadlineRuleEntity): WrittenRule {
  return {
    ...row,
    from: heldFrom,
    until: heldUntil,
    words: { fr: wordsFr, en: wordsEn },
    about: { fr: aboutFr, en: aboutEn },
    source: { fr: sourceFr, en: sourceEn },
    checked: checkedOn === null || checkedBy === null ? null : { on: checkedOn, by: checkedBy },
  };
}
