import type { Language } from '../../../src/visitors/visitor.js';
import { catalogues } from '../make-ui.js';
import { known, localTime } from './local-clock.js';

const kept = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options);
  if (kept.size < 500) kept.set(key, made);
  return made;
}

const DAY = 86_400_000;
const WHOLE = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/**
 * Hours as the forum writes them everywhere, which Intl does not: « 14 h 00 ». Two of one day stay on one line: a dash
 * would be left at the end of it.
 */
function spoken(language: Language, text: string): string {
  const { time } = catalogues[language].dates;
  return text
    .replace(/(?<=\d)\u2009–\u2009(?=\d\d?:\d\d)/g, '\u202f–\u202f')
    .replace(/\b(\d\d?):(\d\d)\b/g, (_, hour: string, minute: string) => time(Number(hour), Number(minute)));
}

const at = (local: string): Date => new Date(`${local}Z`);
const told = (local: string): boolean => !Number.isNaN(at(local).getTime());

/**
 * « samedi 12 décembre 2026 à 14 h 00 – 19 h 00 », of two local times as facts have them; as typed where they are
 * none.
 */
export function localSpan(language: Language, start: string, end: string): string {
  if (!told(start) || !told(end)) return `${start} – ${end}`;
  return spoken(language, format(language, { ...WHOLE, timeZone: 'UTC' }).formatRange(at(start), at(end)));
}

/** « samedi 12 décembre 2026 à 14 h 00 », of a local time. */
export function localMoment(language: Language, local: string): string {
  return told(local) ? spoken(language, format(language, { ...WHOLE, timeZone: 'UTC' }).format(at(local))) : local;
}

/** The same of two moments, in a zone. */
export function spanIn(language: Language, zone: string, from: Date, to: Date): string {
  return spoken(language, format(language, { ...WHOLE, timeZone: zone }).formatRange(from, to));
}

export function momentIn(language: Language, zone: string, moment: Date): string {
  return spoken(language, format(language, { ...WHOLE, timeZone: zone }).format(moment));
}

interface Day {
  weekday: string;
  day: string;
  month: string;
}

const daysKnown = new Map<string, Day>();
const hoursKnown = new Map<string, string>();
const monthsKnown = new Map<string, string>();

/** « samedi », « 12 », « déc. » */
export function dayIn(language: Language, zone: string, moment: Date): Day {
  const local = localTime(zone, moment);
  return known(daysKnown, `${language} ${Math.floor(local / DAY)}`, () => {
    const one = (options: Intl.DateTimeFormatOptions): string =>
      format(language, { ...options, timeZone: 'UTC' }).format(local);
    return { weekday: one({ weekday: 'long' }), day: one({ day: 'numeric' }), month: one({ month: 'short' }) };
  });
}

/** « samedi 12 décembre 2026 » */
export function longDayIn(language: Language, zone: string, moment: Date): string {
  const { weekday, day, month, year } = WHOLE;
  return format(language, { weekday, day, month, year, timeZone: zone }).format(moment);
}

/** « 14 h 00 – 19 h 00 » */
export function hoursIn(language: Language, zone: string, from: Date, to: Date): string {
  const { hour, minute, hourCycle } = WHOLE;
  const [start, end] = [localTime(zone, from), localTime(zone, to)];
  const said = (): string =>
    spoken(language, format(language, { hour, minute, hourCycle, timeZone: 'UTC' }).formatRange(start, end));
  // Of several days it says which.
  const day = Math.floor(start / DAY);
  if (day !== Math.floor(end / DAY)) return said();
  return known(hoursKnown, `${language} ${start - day * DAY} ${end - day * DAY}`, said);
}

/** « décembre 2026 » */
export function monthIn(language: Language, zone: string, moment: Date): string {
  const local = localTime(zone, moment);
  const month = new Date(local).toISOString().slice(0, 7);
  return known(monthsKnown, `${language} ${month}`, () =>
    format(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(local),
  );
}

/** `2026-12-12`, of a moment in a zone. */
export function dayKeyIn(zone: string, moment: Date): string {
  return new Date(localTime(zone, moment)).toISOString().slice(0, 10);
}

/** Monday to Sunday. */
export function weekdaysIn(language: Language): { short: string; long: string }[] {
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day))).map((date) => ({
    short: format(language, { weekday: 'short', timeZone: 'UTC' }).format(date),
    long: format(language, { weekday: 'long', timeZone: 'UTC' }).format(date),
  }));
}
