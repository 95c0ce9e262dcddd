import type { Counting, Rule } from '../../src/deadlines/rule.js';

/**
 * Counted by hand, with a calendar on paper. Steps are `kind:outcome day`; of each rule its earliest and its latest
 * reading, `?` where nobody knows the latest, and one day where both are the same.
 */
interface ByHand {
  says: string;
  steps: readonly string[];
  dates: Readonly<Record<number, string>>;
  /** Instead of the rules that a forum begins with. */
  rules?: readonly Rule[];
}

function silence(counting: Counting, months: number | null, days: number | null, more: Partial<Rule> = {}): Rule {
  const own = {
    after: ['receipt'],
    endedBy: [],
    binds: 'authority',
    weekday: false,
    from: null,
    until: null,
  } as const;
  return { id: 1, number: 1, country: 'FR', counting, months, days, ...own, ...more };
}

/** One month until a day, two from the next one on. */
const changed = (until: string, from: string): readonly Rule[] => [
  silence('dates', 1, null, { until }),
  silence('dates', 2, null, { id: 7, from }),
];

export const BY_HAND: readonly ByHand[] = [
  {
    says: 'sent on the last day of January: its silence ends with February, at the earliest',
    steps: ['request 2027-01-31'],
    dates: { 1: '2027-02-28 ?', 2: '2027-04-27 ?' },
  },
  {
    says: 'received on the last day of January',
    steps: ['receipt 2027-01-31'],
    dates: { 1: '2027-02-28', 2: '2027-04-27' },
  },
  { says: 'on the last but one', steps: ['receipt 2027-01-30'], dates: { 1: '2027-02-28', 2: '2027-04-27' } },
  { says: 'on the 29th of January', steps: ['receipt 2027-01-29'], dates: { 1: '2027-02-28', 2: '2027-04-27' } },
  {
    says: 'on the 28th of January, which February has',
    steps: ['receipt 2027-01-28'],
    dates: { 1: '2027-02-28', 2: '2027-04-27' },
  },
  {
    says: 'in a leap year, at the end of January',
    steps: ['receipt 2028-01-31'],
    dates: { 1: '2028-02-29', 2: '2028-04-28' },
  },
  { says: 'on the 29th of January of it', steps: ['receipt 2028-01-29'], dates: { 1: '2028-02-29', 2: '2028-04-28' } },
  {
    says: 'on its 29th of February: the two months end on a Sunday',
    steps: ['receipt 2028-02-29'],
    dates: { 1: '2028-03-29', 2: '2028-05-28 2028-05-29' },
  },
  { says: 'on the last day of a year', steps: ['receipt 2026-12-31'], dates: { 1: '2027-01-31', 2: '2027-03-30' } },
  {
    says: 'refused on the last day of a year: two months end with February, on a Saturday',
    steps: ['answer:refusal 2026-12-31'],
    dates: { 2: '2027-02-27 2027-03-01' },
  },
  {
    says: 'refused on the last day before a leap year',
    steps: ['answer:refusal 2027-12-31'],
    dates: { 2: '2028-02-28' },
  },
  { says: 'received on 14 August', steps: ['receipt 2026-08-14'], dates: { 1: '2026-09-14', 2: '2026-11-13' } },
  {
    says: 'silence ends on the night of the summer time',
    steps: ['receipt 2027-02-28'],
    dates: { 1: '2027-03-28', 2: '2027-05-27' },
  },
  {
    says: 'silence ends on the night of the winter time, a Sunday, and does not move',
    steps: ['receipt 2026-09-25'],
    dates: { 1: '2026-10-25', 2: '2026-12-24' },
  },
  {
    says: 'registered on 8 October: the opinion is due on a Sunday',
    steps: ['cada-number 2026-10-08'],
    dates: { 3: '2026-11-08 2026-11-09', 4: '2026-12-08', 5: '2027-02-08' },
  },
  {
    says: 'registered on the last day of a year',
    steps: ['cada-number 2026-12-31'],
    dates: { 3: '2027-01-31 2027-02-01', 4: '2027-02-28', 5: '2027-04-28' },
  },
  {
    says: 'registered before a leap year: a Saturday, a Sunday, and the first of May',
    steps: ['cada-number 2027-12-31'],
    dates: { 3: '2028-01-31', 4: '2028-02-29', 5: '2028-04-29 2028-05-02' },
  },
  {
    says: 'referred, and nobody knows when it was registered',
    steps: ['cada 2027-01-15'],
    dates: { 3: '2027-02-15 ?', 4: '2027-03-15 ?', 5: '2027-05-15 ?' },
  },
  {
    says: 'referred, and registered a week later',
    steps: ['cada 2027-01-15', 'cada-number 2027-01-22'],
    dates: { 3: '2027-02-22', 4: '2027-03-22', 5: '2027-05-22 2027-05-24' },
  },
  {
    says: 'a holiday on a Sunday',
    steps: ['confirmed-refusal 2027-06-15'],
    dates: { 5: '2027-08-15 2027-08-16' },
  },
  {
    says: 'a Saturday before Whit Monday',
    steps: ['confirmed-refusal 2027-03-15'],
    dates: { 5: '2027-05-15 2027-05-18' },
  },
  {
    says: 'Ascension Day, a Thursday',
    steps: ['confirmed-refusal 2027-03-06'],
    dates: { 5: '2027-05-06 2027-05-07' },
  },
  {
    says: 'Christmas on a Saturday',
    steps: ['confirmed-refusal 2027-10-25'],
    dates: { 5: '2027-12-25 2027-12-27' },
  },
  {
    says: 'New Year’s Day on a Friday',
    steps: ['answer:refusal 2026-11-02'],
    dates: { 2: '2027-01-01 2027-01-04' },
  },
  {
    says: 'refused in words within the two months that silence had begun',
    steps: ['receipt 2026-08-14', 'answer:refusal 2026-10-20'],
    dates: { 1: '2026-09-14', 2: '2026-11-13 2026-12-21' },
  },
  {
    says: 'refused before silence could',
    steps: ['receipt 2026-08-14', 'answer:refusal 2026-09-01'],
    dates: { 1: '2026-09-14', 2: '2026-10-31 2026-11-02' },
  },
  {
    says: 'refused on the day on which silence ends',
    steps: ['receipt 2026-08-14', 'answer:refusal 2026-09-14'],
    dates: { 1: '2026-09-14', 2: '2026-11-13' },
  },
  {
    says: 'refused on the last of the two months’ days',
    steps: ['receipt 2026-08-14', 'answer:refusal 2026-11-13'],
    dates: { 1: '2026-09-14', 2: '2026-11-13 2027-01-12' },
  },
  {
    says: 'refused once the two months are over: nothing begins anew',
    steps: ['receipt 2026-08-14', 'answer:refusal 2026-12-01'],
    dates: { 1: '2026-09-14', 2: '2026-11-13' },
  },
  {
    says: 'a part was given: the rest was refused then, or by silence',
    steps: ['receipt 2026-08-14', 'answer:part 2026-09-01'],
    dates: { 1: '2026-09-14', 2: '2026-10-31 2026-11-13' },
  },
  {
    says: 'all was given: no refusal follows',
    steps: ['receipt 2026-08-14', 'answer:all 2026-08-20'],
    dates: { 1: '2026-09-14' },
  },
  {
    says: 'sent, and refused more than a month later: silence may have been first',
    steps: ['request 2027-01-01', 'answer:refusal 2027-02-10'],
    dates: { 1: '2027-02-01 ?', 2: '2027-03-31 2027-04-09' },
  },
  {
    says: 'sent, and refused within the month',
    steps: ['request 2027-01-10', 'answer:refusal 2027-01-20'],
    dates: { 1: '2027-02-10 ?', 2: '2027-03-19' },
  },
  {
    says: 'received in November, nobody knows when',
    steps: ['receipt 2026-11'],
    dates: { 1: '2026-12-01 2026-12-30', 2: '2027-01-31 2027-03-01' },
  },
  {
    says: 'received in the November in which it was sent, on the 20th',
    steps: ['request 2026-11-20', 'receipt 2026-11'],
    dates: { 1: '2026-12-20 2026-12-30', 2: '2027-02-19 2027-03-01' },
  },
  {
    says: 'registered in 2026, nobody knows when',
    steps: ['cada-number 2026'],
    dates: { 3: '2026-02-01 2027-02-01', 4: '2026-03-01 2027-02-28', 5: '2026-05-01 2027-04-28' },
  },
  {
    says: 'all of it, one after the other',
    steps: ['request 2026-08-12', 'receipt 2026-08-14', 'cada 2026-10-02', 'cada-number 2026-10-08'],
    dates: { 1: '2026-09-14', 2: '2026-11-13', 3: '2026-11-08 2026-11-09', 4: '2026-12-08', 5: '2027-02-08' },
  },
  {
    says: 'confirmed in words before silence does it',
    steps: ['cada-number 2026-10-08', 'confirmed-refusal 2026-11-16'],
    dates: { 3: '2026-11-08 2026-11-09', 4: '2026-12-08', 5: '2027-01-16 2027-01-18' },
  },
  {
    says: 'confirmed in words after silence did it',
    steps: ['cada-number 2026-10-08', 'confirmed-refusal 2027-01-04'],
    dates: { 3: '2026-11-08 2026-11-09', 4: '2026-12-08', 5: '2027-02-08 2027-03-04' },
  },
  {
    says: 'a late opinion moves nothing',
    steps: ['cada-number 2026-10-08', 'opinion:favourable 2026-12-20'],
    dates: { 3: '2026-11-08 2026-11-09', 4: '2026-12-08', 5: '2027-02-08' },
  },
  {
    says: 'received on the last day of a rule: one month',
    steps: ['receipt 2026-12-31'],
    rules: changed('2026-12-31', '2027-01-01'),
    dates: { 1: '2027-01-31' },
  },
  {
    says: 'received on the first day of the rule that came after it: two',
    steps: ['receipt 2027-01-01'],
    rules: changed('2026-12-31', '2027-01-01'),
    dates: { 1: '2027-03-01' },
  },
  {
    says: 'received in the month in which the rule changed: by either',
    steps: ['receipt 2026-12'],
    rules: changed('2026-12-15', '2026-12-16'),
    dates: { 1: '2027-01-01 2027-02-28' },
  },
  {
    says: 'received while no rule held',
    steps: ['receipt 2026-12-15'],
    rules: changed('2026-12-14', '2026-12-16'),
    dates: {},
  },
  {
    says: 'fifteen days by dates',
    steps: ['receipt 2027-02-20'],
    rules: [silence('dates', null, 15)],
    dates: { 1: '2027-03-07' },
  },
  {
    says: 'fifteen days, the first included',
    steps: ['receipt 2027-02-20'],
    rules: [silence('inclusive', null, 15)],
    dates: { 1: '2027-03-06' },
  },
  {
    says: 'fifteen clear days',
    steps: ['receipt 2027-02-20'],
    rules: [silence('clear', null, 15)],
    dates: { 1: '2027-03-08' },
  },
  {
    says: 'a clear month and a day, to a working day',
    steps: ['receipt 2027-01-30'],
    rules: [silence('clear', 1, 1, { weekday: true })],
    dates: { 1: '2027-03-02' },
  },
  {
    says: 'a month by dates that ends on a Sunday, to a working day',
    steps: ['receipt 2027-01-31'],
    rules: [silence('dates', 1, null, { weekday: true })],
    dates: { 1: '2027-02-28 2027-03-01' },
  },
];
