import { describe, expect, it } from '@jest/globals';
import { FIRST_HOLIDAYS, FIRST_RULES } from '../../migrations/first-deadlines.js';
import { countRequest } from '../../src/deadlines/count.js';
import { isDay, plusDays, plusMonths } from '../../src/clock/day.js';
import { orderOf } from '../../src/deadlines/order.js';
import { readEvent, type Rule } from '../../src/deadlines/rule.js';
import { spanOf } from '../../src/deadlines/span.js';
import type { Happened, StepKind } from '../../src/deadlines/step-kind.js';
import { BY_HAND } from './deadlines-by-hand.js';

const FRANCE = FIRST_RULES.map((rule): Rule => ({ ...rule, country: 'FR', from: null, until: null }));
const HOLIDAYS = new Set(FIRST_HOLIDAYS.map(({ day }) => day));
const TODAY = '2026-11-29';

function happened(line: string): Happened {
  const [event = '', dated = ''] = line.split(' ');
  const [kind, outcome = null] = event.split(':');
  return { kind: kind as StepKind, outcome, dated };
}

const count = (steps: readonly string[], today = TODAY, rules: readonly Rule[] = FRANCE) =>
  countRequest(steps.map(happened), { rules, holidays: HOLIDAYS }, today);

describe('the dates that were counted by hand', () => {
  it('are forty or more', () => expect(BY_HAND.length).toBeGreaterThanOrEqual(40));

  it.each(BY_HAND)('$says', ({ steps, dates, rules = FRANCE }) => {
    const found = count(steps, TODAY, rules).map(({ rule, earliest, latest }) => [
      rule.number,
      earliest === latest ? earliest : `${earliest} ${latest ?? '?'}`,
    ]);
    expect(Object.fromEntries(found)).toEqual(dates);
  });

  it('are the same for two requests at once as for each alone', () => {
    const [one, other] = [['receipt 2026-08-14'], ['receipt 2027-01-31', 'answer:refusal 2027-02-10']] as const;
    expect(count(one)).toHaveLength(2);
    expect(count(other).map(({ earliest }) => earliest)).toEqual(['2027-02-28', '2027-04-09']);
  });
});

describe('a date', () => {
  it('is shown in its earliest reading to people, in its latest to the authority', () => {
    const shown = count(['receipt 2026-11']).map(({ rule, shown: day, start }) => [rule.number, start.day, day]);
    expect(shown).toEqual([
      [1, '2026-11-30', '2026-12-30'],
      [2, '2026-12-01', '2027-01-31'],
    ]);
  });

  it('says what runs, what comes, what has passed and what is done', () => {
    const states = (steps: string[], today: string) => count(steps, today).map(({ state }) => state);
    expect(states(['receipt 2026-08-14'], '2026-08-13')).toEqual(['ahead', 'ahead']);
    expect(states(['receipt 2026-08-14'], '2026-08-14')).toEqual(['running', 'ahead']);
    expect(states(['receipt 2026-08-14'], '2026-09-14')).toEqual(['running', 'running']);
    expect(states(['receipt 2026-08-14'], '2026-09-15')).toEqual(['passed', 'running']);
    expect(states(['receipt 2026-08-14'], '2026-11-14')).toEqual(['passed', 'passed']);
    const referred = ['receipt 2026-08-14', 'cada 2026-10-02', 'cada-number 2026-10-08'];
    expect(states(referred, '2026-11-29')).toEqual(['passed', 'done', 'passed', 'running', 'ahead']);
    const given = [...referred, 'documents 2026-11-20'];
    expect(states(given, '2026-11-29')).toEqual(['over', 'done', 'over', 'over', 'over']);
    const inPart = [...referred, 'answer:part 2026-11-20', 'documents 2026-11-20'];
    expect(states(inPart, '2026-11-29')).toEqual(['passed', 'done', 'passed', 'running', 'ahead']);
  });

  it('has the remarks that are said with it, and they have no date', () => {
    const remarks = count(['receipt 2026-08-14', 'cada-number 2026-10-08']).map((date) => [
      date.rule.number,
      date.remarks.map(({ number }) => number),
    ]);
    expect(remarks).toEqual([
      [1, []],
      [2, [6]],
      [3, []],
      [4, []],
      [5, [6]],
    ]);
  });
});

describe('rules that run in a circle', () => {
  it.each([
    ['after itself', [{ number: 1, after: ['rule:1'] }], null],
    [
      'after one another',
      [
        { number: 1, after: ['receipt', 'rule:3'] },
        { number: 2, after: ['rule:1'] },
        { number: 3, after: ['rule:2'] },
      ],
      null,
    ],
    [
      'only in an earlier version',
      [
        { number: 1, after: ['rule:2'] },
        { number: 1, after: ['receipt'] },
        { number: 2, after: ['rule:1'] },
      ],
      null,
    ],
    [
      'not at all',
      [
        { number: 3, after: ['rule:1', 'rule:9'] },
        { number: 1, after: ['receipt'] },
      ],
      [1, 3],
    ],
  ])('%s', (_, rules, order) => expect(orderOf(rules)).toEqual(order));
});

describe('days', () => {
  it('that are none are none', () => {
    for (const text of ['2027-02-31', '2027-02-29', '2027-13-01', '27-01-01', '2027-1-1', '', '9999-01-01'])
      expect([text, isDay(text)]).toEqual([text, false]);
    for (const text of ['2028-02-29', '1999-12-31']) expect(isDay(text)).toBe(true);
    for (const text of ['2027-13', '2027-02-31', 'hier', '2027-']) expect(spanOf(text)).toBeNull();
    expect(spanOf('2028-02')).toEqual({ earliest: '2028-02-01', latest: '2028-02-29' });
  });

  it.each(['receipt', 'answer:refusal', 'rule:4'])('%s is something that begins a rule', (event) =>
    expect(readEvent(event)).not.toBeNull(),
  );
  it.each(['receipt:refusal', 'answer:', 'answer:refusal:x', 'rule:', 'rule:0', 'rule:x', 'toString', ''])(
    '%j is not',
    (event) => expect(readEvent(event)).toBeNull(),
  );
});

/** A die that falls the same way each time, so that a failure can be seen again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** What somebody knows of a day: the day, its month, its year. */
const known = (day: string, roll: (sides: number) => number): string => day.slice(0, [10, 10, 7, 4][roll(4)]);

describe('whatever is known of a request', () => {
  it('no date that binds people is later than any reading, and none that binds the authority earlier', () => {
    let compared = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const roll = dice(seed);
      // What happened, to the day; then what is known of it.
      const sent = plusDays('2026-01-01', roll(700));
      const received = plusDays(sent, roll(12));
      const refused = plusDays(received, roll(75));
      const referred = plusDays(refused, roll(40));
      const registered = plusDays(referred, roll(20));
      const said = roll(2) === 0;
      const truth = { request: sent, receipt: received, cada: referred, 'cada-number': registered };
      const knows = Object.entries(truth)
        .filter(([kind]) => ['request', 'cada'].includes(kind) || roll(2) === 0)
        .map(([kind, day]) => `${kind} ${known(day, roll)}`);
      if (said) knows.push(`answer:refusal ${known(refused, roll)}`);
      const shown = new Map(count(knows).map((date) => [date.rule.number, date]));
      for (const [number, binds, readings] of readingsOf({ received, registered, refused: said ? refused : null })) {
        const date = shown.get(number);
        const about = { seed, knows, number, readings, shown: date?.shown };
        expect({ ...about, isCounted: date !== undefined }).toEqual({ ...about, isCounted: true });
        if (date === undefined) continue;
        for (const reading of readings) {
          const isSafe = binds === 'people' ? date.shown <= reading : date.latest === null || date.shown >= reading;
          expect({ ...about, reading, isSafe }).toEqual({ ...about, reading, isSafe: true });
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(2_000);
  });
});

/** All readings of what truly happened, written without the code that counts: by dates, inclusive, clear, moved on. */
function readingsOf(of: {
  received: string;
  registered: string;
  refused: string | null;
}): [number, string, string[]][] {
  const silent = plusMonths(of.received, 1);
  const confirmed = plusMonths(of.registered, 2);
  const begins =
    of.refused === null ? [silent] : of.refused < silent ? [of.refused] : [silent, ...within(silent, of.refused)];
  return [
    [1, 'authority', [silent]],
    [2, 'people', begins.flatMap((day) => [-1, 0, 1, 2, 3].map((more) => plusDays(plusMonths(day, 2), more)))],
    [3, 'authority', [plusMonths(of.registered, 1)]],
    [4, 'authority', [confirmed]],
    [5, 'people', [0, 1, 2, 3].map((more) => plusDays(plusMonths(confirmed, 2), more))],
  ];
}

const within = (silent: string, refused: string): string[] => (refused < plusMonths(silent, 2) ? [refused] : []);
