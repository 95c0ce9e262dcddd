import { describe, expect, it } from '@jest/globals';
import { catalogues } from '../../client/kit/make-ui.js';
import { SiteDates } from '../../client/kit/site-dates.js';

const NOW = new Date('2026-11-22T14:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dates = (language: 'fr' | 'en' = 'fr', now = NOW, zone = 'Europe/Paris') =>
  new SiteDates(catalogues[language].dates, language, zone, now);
const ago = (age: number): Date => new Date(NOW.getTime() - age);
/** With plain spaces, to be read here. */
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('a date of the last thirty days', () => {
  it.each([
    [0, 'à l’instant'],
    [59_000, 'à l’instant'],
    [-5_000, 'à l’instant'],
    [MINUTE, 'il y a 1 min'],
    [59.9 * MINUTE, 'il y a 59 min'],
    [HOUR, 'il y a 1 h'],
    [47.9 * HOUR, 'il y a 47 h'],
    [2 * DAY, 'il y a 2 jours'],
    [29.9 * DAY, 'il y a 29 jours'],
  ])('says how long ago it was: %i ms', (age, words) => {
    expect(plain(dates().relative(ago(age)))).toBe(words);
  });

  it('tells until when that is true, and it is false from then on', () => {
    for (const age of [
      0,
      59_999,
      MINUTE,
      7 * MINUTE + 1,
      59.9 * MINUTE,
      HOUR,
      25 * HOUR,
      47.9 * HOUR,
      2 * DAY,
      12.3 * DAY,
      29.9 * DAY,
    ]) {
      const written = dates();
      const words = written.relative(ago(age));
      const until = written.freshUntil ?? NOW;
      expect(until.getTime()).toBeGreaterThan(NOW.getTime());
      expect(dates('fr', new Date(until.getTime() - 1)).relative(ago(age))).toBe(words);
      expect(dates('fr', until).relative(ago(age))).not.toBe(words);
    }
  });

  it('counts for a page as the one that grows false first', () => {
    const page = dates();
    page.relative(ago(3 * DAY));
    page.relative(ago(10_000));
    page.relative(ago(2 * HOUR));
    expect(page.freshUntil).toEqual(new Date(NOW.getTime() + 50_000));
  });
});

describe('an older date', () => {
  it('is written out in the time zone of the site, and stays true', () => {
    const page = dates();
    expect(plain(page.relative(new Date('2026-09-01T12:05:00Z')))).toBe('le 1er septembre 2026 à 14 h 05');
    expect(page.freshUntil).toBeNull();
    expect(plain(dates('en').relative(new Date('2026-01-31T23:30:00Z')))).toMatch(/1 February 2026.*0?0:30/);
    expect(plain(dates('fr', NOW, 'America/Martinique').absolute(new Date('2026-03-01T02:00:00Z')))).toBe(
      'le 28 février 2026 à 22 h 00',
    );
  });

  it('knows summer time, on the day that it changes, too', () => {
    expect(plain(dates().absolute(new Date('2026-10-25T00:30:00Z')))).toBe('le 25 octobre 2026 à 2 h 30');
    expect(plain(dates().absolute(new Date('2026-10-25T01:30:00Z')))).toBe('le 25 octobre 2026 à 2 h 30');
    expect(plain(dates().absolute(new Date('2026-10-25T02:30:00Z')))).toBe('le 25 octobre 2026 à 3 h 30');
  });

  it('has no-break spaces inside its time', () => {
    expect(dates().absolute(NOW)).toMatch(/15[\u00A0\u202F]h[\u00A0\u202F]00$/);
  });
});

describe('a length of time', () => {
  it.each([
    [12_000, '12 s'],
    [12 * MINUTE, '12 min'],
    [5 * HOUR + 10 * MINUTE, 'environ 5 h'],
    [3 * DAY, 'environ 3 jours'],
  ])('%i ms is %s', (length, words) => {
    expect(plain(dates().duration(length))).toBe(words);
  });
});
