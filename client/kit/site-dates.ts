import type { Language } from '../../src/visitors/visitor.js';
import type { Catalogue } from '../locales/fr.js';
import type { Dates } from './ui.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From this age on the date says more than « il y a 31 jours ». */
const LONG_AGO = 30 * DAY;

interface Formats {
  long: Intl.DateTimeFormat;
  short: Intl.DateTimeFormat;
  /** For a stretch of days. */
  days: Intl.DateTimeFormat;
  /** What was written lately, by minute: the same dates stand on one page after the other, and each takes 10 µs. */
  written: Map<number, string>;
  /** The same of short dates. */
  writtenShort: Map<number, string>;
  /** `2026-11-22`, as the Swedes write it. */
  plain: Intl.DateTimeFormat;
  /** A date that has no hour has no time zone either. */
  day: Intl.DateTimeFormat;
  /** The same of days: a case may have hundreds of dated steps. */
  writtenDays: Map<string, string>;
}

const kept = new Map<string, Formats>();
const MOST_WRITTEN = 5_000;

/** Making an Intl format costs more than a page: there are as many as languages and time zones in use. */
function formats(language: Language, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const day = { timeZone, day: 'numeric', year: 'numeric' } as const;
  const made: Formats = {
    long: new Intl.DateTimeFormat(locale, {
      ...day,
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    plain: new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    day: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', year: 'numeric', month: 'long' }),
    short: new Intl.DateTimeFormat(locale, { ...day, month: 'short' }),
    days: new Intl.DateTimeFormat(locale, { ...day, month: 'long' }),
    written: new Map(),
    writtenShort: new Map(),
    writtenDays: new Map(),
  };
  kept.set(key, made);
  return made;
}

/**
 * Dates of one page, as seen at `now`. It remembers when the first of the relative dates that it wrote stops being
 * true, which is how long the page may be kept.
 */
export class SiteDates implements Dates {
  private readonly formats: Formats;
  private until = Number.POSITIVE_INFINITY;

  constructor(
    private readonly words: Catalogue['dates'],
    language: Language,
    timeZone: string,
    readonly now: Date,
  ) {
    this.formats = formats(language, timeZone);
  }

  get today(): string {
    return this.formats.plain.format(this.now);
  }

  get freshUntil(): Date | null {
    return Number.isFinite(this.until) ? new Date(this.until) : null;
  }

  trueTill(moment: Date): void {
    if (moment > this.now) this.until = Math.min(this.until, moment.getTime());
  }

  relative(at: Date): string {
    const age = this.now.getTime() - at.getTime();
    if (age >= LONG_AGO) return this.absolute(at);
    if (age < MINUTE) return this.trueUntil(at, MINUTE, this.words.justNow);
    if (age < HOUR) return this.counted(at, age, MINUTE, (n) => this.words.minutesAgo(n));
    // Hours up to two days: 30 hours ago may be the day before yesterday, so « hier » would have to know the time.
    if (age < 2 * DAY) return this.counted(at, age, HOUR, (n) => this.words.hoursAgo(n));
    return this.counted(at, age, DAY, (n) => this.words.daysAgo(n));
  }

  absolute(at: Date): string {
    const { written, long } = this.formats;
    return remembered(written, minuteOf(at), () => {
      const { day, month, year, hour, minute } = partsOf(long, at);
      return this.words.at(`${this.dayOf(day)} ${month} ${year}`, this.words.time(Number(hour), Number(minute)));
    });
  }

  short(at: Date): string {
    const { writtenShort, short } = this.formats;
    return remembered(writtenShort, minuteOf(at), () => {
      const { day, month, year } = partsOf(short, at);
      return `${this.dayOf(day)}\u00A0${month} ${year}`;
    });
  }

  day(date: string): string {
    const { writtenDays, day: format } = this.formats;
    return remembered(writtenDays, date, () => {
      const { day, month, year } = partsOf(format, new Date(`${date}T00:00:00Z`));
      return `${this.dayOf(day)} ${month} ${year}`;
    });
  }

  month(date: string): string {
    const { month, year } = partsOf(this.formats.day, new Date(`${date.slice(0, 7)}-01T00:00:00Z`));
    return `${month}\u00A0${year}`;
  }

  span(from: Date, to: Date): string {
    return this.formats.days.formatRange(from, to);
  }

  duration(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / SECOND));
    if (seconds < 60) return this.words.seconds(seconds);
    const minutes = Math.round(milliseconds / MINUTE);
    if (minutes < 60) return this.words.minutes(minutes);
    const hours = Math.round(milliseconds / HOUR);
    return this.words.about(hours < 48 ? this.words.hours(hours, 0) : this.words.days(Math.round(milliseconds / DAY)));
  }

  private dayOf(day: string): string {
    return day === '1' ? this.words.firstOfMonth : day;
  }

  private counted(at: Date, age: number, unit: number, words: (count: number) => string): string {
    const count = Math.floor(age / unit);
    return this.trueUntil(at, (count + 1) * unit, words(count));
  }

  private trueUntil(at: Date, age: number, text: string): string {
    this.until = Math.min(this.until, at.getTime() + age);
    return text;
  }
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE);
}

function remembered<K>(written: Map<K, string>, key: K, write: () => string): string {
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = write();
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(key, text);
  return text;
}

type Part = 'day' | 'month' | 'year' | 'hour' | 'minute';

function partsOf(format: Intl.DateTimeFormat, at: Date): Record<Part, string> {
  const found: Record<Part, string> = { day: '', month: '', year: '', hour: '', minute: '' };
  for (const { type, value } of format.formatToParts(at)) if (type in found) found[type as Part] = value;
  return found;
}
