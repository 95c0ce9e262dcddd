import type { Holiday } from '../../cases/law.js';
import { MOST_HOLIDAYS } from '../../cases/law.js';
import { isDay } from '../../clock/day.js';
import { Invalid } from '../../errors/errors.js';
import { cleanLine, cleanText } from '../../submissions/clean.js';

export interface TypedHolidays {
  country: string;
  /** A line for each: `2027-05-06 Ascension | Ascension Day`; without the second name both languages have the first. */
  days: string;
}

export function typedHolidays(holidays: readonly Holiday[]): string {
  return holidays.map(({ day, fr, en }) => (fr === en ? `${day} ${fr}` : `${day} ${fr} | ${en}`)).join('\n');
}

/** @throws Invalid */
export function readTypedHolidays({ country, days }: TypedHolidays): { country: string; holidays: Holiday[] } {
  if (!/^[A-Z]{2}$/.test(country)) throw new Invalid({ country: 'country-wrong' });
  const lines = cleanText(days)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '');
  if (lines.length > MOST_HOLIDAYS) throw new Invalid({ days: 'too-many-lines' }, { max: MOST_HOLIDAYS });
  const read = lines.map((line) => {
    const [, day = '', names = ''] = /^(\S+) (.+)$/.exec(line) ?? [];
    const [fr = '', en = fr] = names.split('|').map((name) => name.trim());
    if (!isDay(day) || fr === '' || en === '' || names.length > 120)
      throw new Invalid({ days: 'holiday-wrong' }, { line: line.slice(0, 60) });
    return { day, fr, en };
  });
  // The same day twice is one holiday, and the last word about it counts.
  return { country, holidays: [...new Map(read.map((one) => [one.day, one])).values()] };
}
