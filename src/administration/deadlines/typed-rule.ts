import type { WrittenRule } from '../../cases/law.js';
import { type Day, isDay } from '../../clock/day.js';
import { BINDS, COUNTINGS, readEvent, type Rule } from '../../deadlines/rule.js';
import { Invalid } from '../../errors/errors.js';
import { cleanLine, cleanText, letters } from '../../submissions/clean.js';

/** The fields of a rule's form. */
export const RULE_FIELDS = [
  'number',
  'country',
  'after',
  'endedBy',
  'months',
  'days',
  'binds',
  'counting',
  'weekday',
  'wordsFr',
  'wordsEn',
  'aboutFr',
  'aboutEn',
  'sourceFr',
  'sourceEn',
  'from',
  'until',
  'checkedOn',
  'checkedBy',
] as const;

export type RuleField = (typeof RULE_FIELDS)[number];

/** As it comes from a form: every field a text, so that the form can come back as it was. */
export type TypedRule = Record<RuleField, string>;

const MOST: Partial<Record<RuleField, number>> = {
  wordsFr: 120,
  wordsEn: 120,
  aboutFr: 1_000,
  aboutEn: 1_000,
  sourceFr: 300,
  sourceEn: 300,
  checkedBy: 120,
  after: 300,
  endedBy: 300,
};

export function typedRule(rule: WrittenRule): TypedRule {
  return {
    number: String(rule.number),
    country: rule.country,
    after: rule.after.join(', '),
    endedBy: rule.endedBy.join(', '),
    months: String(rule.months ?? ''),
    days: String(rule.days ?? ''),
    binds: rule.binds,
    counting: rule.counting,
    weekday: rule.weekday ? 'yes' : '',
    wordsFr: rule.words.fr,
    wordsEn: rule.words.en,
    aboutFr: rule.about.fr,
    aboutEn: rule.about.en,
    sourceFr: rule.source.fr,
    sourceEn: rule.source.en,
    from: rule.from ?? '',
    until: rule.until ?? '',
    checkedOn: rule.checked?.on ?? '',
    checkedBy: rule.checked?.by ?? '',
  };
}

/**
 * @throws Invalid with a code for each wrong field, each for itself: what rules are to one another is not looked at.
 */
export function readRule(typed: TypedRule, id: number): WrittenRule {
  const line = (field: RuleField): string => cleanLine(typed[field]);
  const wrong = wrongIn(typed);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    id,
    number: Number(line('number')),
    country: line('country'),
    after: eventsIn(typed.after),
    endedBy: eventsIn(typed.endedBy),
    months: numberIn(line('months')),
    days: numberIn(line('days')),
    binds: line('binds') as Rule['binds'],
    counting: line('counting') as Rule['counting'],
    weekday: line('weekday') === 'yes',
    words: { fr: line('wordsFr'), en: line('wordsEn') },
    about: { fr: cleanText(typed.aboutFr), en: cleanText(typed.aboutEn) },
    source: { fr: line('sourceFr'), en: line('sourceEn') },
    from: dayIn(line('from')),
    until: dayIn(line('until')),
    checked: line('checkedOn') === '' ? null : { on: line('checkedOn'), by: line('checkedBy') },
  };
}

function wrongIn(typed: TypedRule): Partial<Record<RuleField, string>> {
  const line = (field: RuleField): string => cleanLine(typed[field]);
  const wrong: Partial<Record<RuleField, string>> = {};
  const say = (field: RuleField, code: string, is: boolean): void => void (is && (wrong[field] ??= code));
  for (const field of ['wordsFr', 'wordsEn', 'sourceFr', 'sourceEn', 'after'] as const)
    say(field, 'required', line(field) === '');
  for (const [field, most] of Object.entries(MOST) as [RuleField, number][])
    say(field, 'too-long', letters(typed[field]) > most);
  say('number', 'wrong', !/^[1-9]\d{0,3}$/.test(line('number')));
  say('country', 'country-wrong', !/^[A-Z]{2}$/.test(line('country')));
  say(
    'after',
    'event-unknown',
    eventsIn(typed.after).some((event) => readEvent(event) === null),
  );
  say('endedBy', 'event-unknown', !eventsIn(typed.endedBy).every(isStep));
  for (const field of ['months', 'days'] as const) say(field, 'wrong', !/^(|[1-9]\d{0,2})$/.test(line(field)));
  say('binds', 'wrong-value', !(BINDS as readonly string[]).includes(line('binds')));
  say('counting', 'wrong-value', !(COUNTINGS as readonly string[]).includes(line('counting')));
  say('weekday', 'wrong-value', !['', 'yes'].includes(line('weekday')));
  for (const field of ['from', 'until', 'checkedOn'] as const)
    say(field, 'day-wrong', line(field) !== '' && !isDay(line(field)));
  say('until', 'until-before-from', line('until') !== '' && line('until') < line('from'));
  say('checkedOn', 'required', line('checkedOn') === '' && line('checkedBy') !== '');
  say('checkedBy', 'required', line('checkedBy') === '' && line('checkedOn') !== '');
  return wrong;
}

function eventsIn(text: string): string[] {
  return [...new Set(cleanText(text).split(/[\s,;]+/))].filter((event) => event !== '');
}

function isStep(event: string): boolean {
  const read = readEvent(event);
  return read !== null && 'step' in read;
}

function numberIn(text: string): number | null {
  return text === '' ? null : Number(text);
}

function dayIn(text: string): Day | null {
  return text === '' ? null : text;
}
