import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { instantOf } from './local-time.js';

/** How a workshop repeats; a month's is the same weekday of it: « chaque 2e jeudi », and the last one for a fifth. */
export const REPEATS = ['weekly', 'fortnightly', 'monthly'] as const;
export type Repeat = (typeof REPEATS)[number];

/** A date in local time: `2026-12-12T14:00`. */
export interface LocalPair {
  start: string;
  end: string;
}

export interface Series {
  /** With the first one. */
  dates: LocalPair[];
  /** The starts of those that do not exist: the clock leaves this hour out that night. */
  missing: string[];
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** As many as a workshop may have. */
export const MOST_DATES = 60;

/**
 * The dates of a series from its first one, whose times exist, to the day `until`. The rule counts in local time,
 * where no clock changes; whether each of its times exists in the zone is asked afterwards.
 */
export function seriesOf(first: LocalPair, repeat: Repeat, until: string, zone: string): Series {
  const start = Temporal.PlainDateTime.from(first.start);
  const length = start.until(Temporal.PlainDateTime.from(first.end));
  const rule = new RRuleTemporal({
    temporal: Temporal,
    ...frequencyOf(start, repeat),
    dtstart: start.toZonedDateTime('UTC'),
    until: Temporal.PlainDate.from(until).toZonedDateTime({ timeZone: 'UTC', plainTime: '23:59:59' }),
  });
  const series: Series = { dates: [], missing: [] };
  for (const at of rule.all((_date, count) => count <= MOST_DATES)) {
    const from = at.toPlainDateTime();
    const date = { start: spelled(from), end: spelled(from.add(length)) };
    const exists = [date.start, date.end].every((local) => instantOf(local, zone) instanceof Date);
    if (exists) series.dates.push(date);
    else series.missing.push(date.start);
  }
  return series;
}

function spelled(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}

function frequencyOf(start: Temporal.PlainDateTime, repeat: Repeat) {
  if (repeat !== 'monthly') return { freq: 'WEEKLY' as const, interval: repeat === 'weekly' ? 1 : 2 };
  const week = Math.ceil(start.day / 7);
  return { freq: 'MONTHLY' as const, byDay: [`${week > 4 ? -1 : week}${DAYS[start.dayOfWeek - 1] ?? 'MO'}`] };
}
