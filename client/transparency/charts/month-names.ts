import type { Ui } from '../../kit/ui.js';

interface MonthNames {
  /** « octobre » */
  long: string;
  /** « oct. » */
  short: string;
  /** « O » */
  letter: string;
  /** Of each January, and of the first month of a drawing unless a January is so near that the two would touch. */
  year: string;
}

type Formats = Record<'long' | 'short' | 'letter', Intl.DateTimeFormat>;
const kept = new Map<string, Formats>();

/** A month has no time zone: its days are those of a calendar. */
function formats(language: Ui['language']): Formats {
  const known = kept.get(language);
  if (known !== undefined) return known;
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const made: Formats = {
    long: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }),
    short: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' }),
    letter: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'narrow' }),
  };
  kept.set(language, made);
  return made;
}

/** The names of a month given by its first day, `2026-10-01`. */
export function monthNames(ui: Ui, month: string, first = false): MonthNames {
  const date = new Date(`${month}T00:00:00Z`);
  const { long, short, letter } = formats(ui.language);
  const ofYear = Number(month.slice(5, 7));
  const year = ofYear === 1 || (first && ofYear < 10) ? month.slice(0, 4) : '';
  return { long: long.format(date), short: short.format(date), letter: letter.format(date), year };
}
