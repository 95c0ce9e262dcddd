import { describe, expect, it } from '@jest/globals';
import { type PersonKnown, learned, type Standing } from '../../src/registrations/telling/known.js';
import { newsOf, reminderOf } from '../../src/registrations/telling/news.js';

const START = Date.parse('2026-12-12T13:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const standing: Standing = {
  state: 'seated',
  date: 'planned',
  starts: START,
  ends: START + 3 * HOUR,
  place: 'the yard',
  secret: 'the exact yard',
  words: null,
  zone: 'Europe/Paris',
  revealedFrom: null,
  remind: ['day', 'hours'],
};
const LONG_BEFORE = new Date(START - 20 * DAY);
const knew = (more: Partial<Standing> = {}): PersonKnown => learned({}, { ...standing, ...more }, LONG_BEFORE);
const news = (before: Partial<Standing>, now: Partial<Standing>, at = LONG_BEFORE): string[] =>
  newsOf(knew(before), { ...standing, ...now }, at);
const gone = { date: 'gone', starts: null, ends: null, place: 'nowhere', secret: 'nowhere', zone: null } as const;

describe('what somebody who has registered is told', () => {
  it.each<[string, Partial<Standing>, Partial<Standing>, string[]]>([
    ['nothing has changed', {}, {}, []],
    ['a seat became free', { state: 'waiting' }, {}, ['moved-up']],
    ['they were admitted', { state: 'asked' }, {}, ['admitted']],
    ['they were admitted to a full date', { state: 'asked' }, { state: 'waiting' }, ['admitted-to-line']],
    ['they were declined', { state: 'asked' }, { state: 'declined' }, ['declined']],
    ['they said maybe themselves', { state: 'seated' }, { state: 'maybe' }, []],
    ['the date moved', {}, { starts: START + DAY }, ['date-changed']],
    ['only its end moved', {}, { ends: START + 4 * HOUR }, ['date-changed']],
    ['the place is another', {}, { place: 'the hall' }, ['place-changed']],
    ['the exact place is another', {}, { secret: 'the exact hall' }, ['place-changed']],
    ['it is another, and nobody may read it yet', {}, { secret: 'x', revealedFrom: START - DAY }, []],
    ['it is another, and they have no seat', { state: 'maybe' }, { state: 'maybe', secret: 'x' }, []],
    ['the date is cancelled', {}, { date: 'cancelled' }, ['date-cancelled']],
    ['it is cancelled and was moved before', {}, { date: 'cancelled', starts: START + DAY }, ['date-cancelled']],
    ['it takes place after all', { date: 'cancelled' }, {}, ['date-reopened']],
    ['it does, and a seat became free', { date: 'cancelled', state: 'waiting' }, {}, ['date-reopened', 'moved-up']],
    ['the workshop was taken down', {}, gone, ['workshop-gone']],
    ['it came back', gone, {}, ['workshop-back']],
    ['it came back as cancelled as it was', gone, { date: 'cancelled' }, []],
    ['a cancelled one was taken down', { date: 'cancelled' }, gone, []],
    ['an edit took the date away', {}, { ...gone, date: 'dropped' }, ['date-dropped']],
    ['they had cancelled', { state: 'cancelled' }, { state: 'cancelled', date: 'cancelled' }, []],
    ['their seats were taken back', {}, { state: 'declined' }, ['declined']],
    ['they were declined, and have seats after all', { state: 'declined' }, {}, ['admitted']],
    ['they stand in the line after all', { state: 'declined' }, { state: 'waiting' }, ['admitted-to-line']],
    ['they were declined before', { state: 'declined' }, { state: 'declined', date: 'cancelled' }, []],
    ['hosts wrote', {}, { words: 5 }, ['hosts-wrote']],
    ['hosts wrote again', { words: 5 }, { words: 6 }, ['hosts-wrote']],
    ['what hosts wrote was taken back', { words: 5 }, {}, []],
    ['hosts cancelled and wrote why', {}, { date: 'cancelled', words: 5 }, ['date-cancelled', 'hosts-wrote']],
    [
      'all at once',
      { state: 'waiting' },
      { starts: START + DAY, place: 'x' },
      ['date-changed', 'place-changed', 'moved-up'],
    ],
  ])('when %s', (_when, before, now, expected) => {
    expect(news(before, now)).toEqual(expected);
    expect(
      newsOf(learned(knew(before), { ...standing, ...now }, LONG_BEFORE), { ...standing, ...now }, LONG_BEFORE),
    ).toEqual([]);
  });

  it('is nothing of what is over, and nothing where nobody has looked yet', () => {
    expect(news({}, { place: 'the hall' }, new Date(START + 3 * HOUR))).toEqual([]);
    expect(news({}, gone, new Date(START + 3 * HOUR))).toEqual([]);
    expect(newsOf({}, standing, LONG_BEFORE)).toEqual([]);
    expect(reminderOf({}, standing, new Date(START - HOUR))).toBeNull();
  });
});

describe('a reminder', () => {
  const at = (before: number): Date => new Date(START - before);

  it('is sent from a day before, and from two hours before, each once', () => {
    const first = knew();
    expect(reminderOf(first, standing, at(DAY + 1))).toBeNull();
    expect(reminderOf(first, standing, at(DAY))).toBe('starts-tomorrow');
    const reminded = learned(first, standing, at(DAY));
    expect(reminderOf(reminded, standing, at(DAY - HOUR))).toBeNull();
    expect(reminderOf(reminded, standing, at(2 * HOUR))).toBe('starts-soon');
    expect(reminderOf(learned(reminded, standing, at(2 * HOUR)), standing, at(HOUR))).toBeNull();
    expect(reminderOf(reminded, standing, at(0))).toBeNull();
  });

  it('says what is true when it comes late, and only that', () => {
    expect(reminderOf(knew(), standing, at(HOUR))).toBe('starts-soon');
    expect(reminderOf(knew(), { ...standing, remind: ['day'] }, at(HOUR))).toBe('starts-soon');
  });

  it('is sent again for a date that moved, and not at once where its time has passed by then', () => {
    const reminded = learned(knew(), standing, at(HOUR));
    const later = { ...standing, starts: START + 7 * DAY, ends: START + 7 * DAY + HOUR };
    const told = learned(reminded, later, at(HOUR));
    expect(reminderOf(told, later, at(HOUR))).toBeNull();
    expect(reminderOf(told, later, new Date(START + 6 * DAY))).toBe('starts-tomorrow');
    const soon = { ...standing, starts: START + 10 * HOUR, ends: START + 11 * HOUR };
    expect(reminderOf(learned(reminded, soon, at(HOUR)), soon, at(HOUR))).toBeNull();
  });

  it('is the same hour of the day before where the clock changes that night', () => {
    const starts = Date.parse('2027-03-28T12:00:00Z');
    const changing = { ...standing, starts, ends: starts + HOUR };
    const known = learned({}, changing, LONG_BEFORE);
    expect(reminderOf(known, changing, new Date(starts - 23 * HOUR - 1))).toBeNull();
    expect(reminderOf(known, changing, new Date(starts - 23 * HOUR))).toBe('starts-tomorrow');
  });

  it.each<[string, Partial<Standing>]>([
    ['cancelled', { date: 'cancelled' }],
    ['taken down', gone],
    ['of somebody in the line', { state: 'waiting' }],
    ['of somebody who wants none', { remind: [] }],
  ])('is not sent where it is %s', (_what, more) => {
    expect(reminderOf(knew(), { ...standing, ...more }, at(HOUR))).toBeNull();
  });
});
