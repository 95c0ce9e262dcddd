import { describe, expect, it } from '@jest/globals';
import { dayIn, dayKeyIn, hoursIn, monthIn, spanIn } from '../../client/kit/facts/local-dates.js';

const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'America/Miquelon', 'UTC'];
const HOUR = 3_600_000;

/** Around both changes of the clock, both ends of a year, and a day like any other. */
const MOMENTS = ['2026-03-28', '2026-10-24', '2026-12-30', '2026-06-12'].flatMap((day) =>
  Array.from({ length: 100 }, (_, at) => new Date(Date.parse(`${day}T00:00:00Z`) + at * 37 * 60_000)),
);

describe.each(ZONES)('dates in %s', (zone) => {
  const said = (options: Intl.DateTimeFormatOptions, at: Date): string =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: zone }).format(at);

  it('are those that Intl gives, the first time and the next', () => {
    for (const at of [...MOMENTS, ...MOMENTS]) {
      expect(dayIn('fr', zone, at)).toEqual({
        weekday: said({ weekday: 'long' }, at),
        day: said({ day: 'numeric' }, at),
        month: said({ month: 'short' }, at),
      });
      expect(monthIn('fr', zone, at)).toBe(said({ month: 'long', year: 'numeric' }, at));
      expect(dayKeyIn(zone, at)).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at));
    }
  });

  it('have the hours that Intl gives, also over midnight', () => {
    const hours = new Intl.DateTimeFormat('en-GB', {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    });
    for (const from of MOMENTS)
      for (const long of [HOUR, 9 * HOUR]) {
        const to = new Date(from.getTime() + long);
        const asked = hours.formatRange(from, to).replace(/[\d/]{8,}/g, '');
        const figures = (text: string): string[] => text.replace(/\d+\/\d+\/\d+/g, '').match(/\d\d?/g) ?? [];
        expect(figures(hoursIn('en', zone, from, to)).map(Number)).toEqual(figures(asked).map(Number));
      }
  });
});

describe('two hours of one day', () => {
  it('stay on one line with the dash between them, and other words may be parted', () => {
    const [from, to] = [new Date('2026-12-12T13:00:00Z'), new Date('2026-12-12T18:00:00Z')];
    const hours = '14\u00a0h\u00a000\u202f–\u202f19\u00a0h\u00a000';
    expect(hoursIn('fr', 'Europe/Paris', from, to)).toBe(hours);
    expect(spanIn('fr', 'Europe/Paris', from, to)).toBe(`samedi 12 décembre 2026, ${hours}`);
    const days = spanIn('fr', 'Europe/Paris', from, new Date('2026-12-13T18:00:00Z'));
    expect(days).toContain('00\u2009–\u2009dimanche');
  });
});
