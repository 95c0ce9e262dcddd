/** A day of the calendar, `2027-02-28`; such texts sort as their days do. It has no hour and no time zone. */
export type Day = string;

const A_DAY = 86_400_000;

/** Whether the text is a day of the years 1900 to 2100; 31 February is none. */
export function isDay(text: string): text is Day {
  return /^(19|20)\d\d-\d\d-\d\d$/.test(text) && written(at(text)) === text;
}

export function plusDays(day: Day, days: number): Day {
  return written(at(day) + days * A_DAY);
}

/** The same day of a later month, or its last one where it has no such day. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(first + (Math.min(date, last) - 1) * A_DAY);
}

/** This day, or the next one that is no Saturday, no Sunday and no holiday. */
export function nextWorkingDay(day: Day, holidays: ReadonlySet<Day>): Day {
  const weekday = new Date(at(day)).getUTCDay();
  return weekday === 0 || weekday === 6 || holidays.has(day) ? nextWorkingDay(plusDays(day, 1), holidays) : day;
}

export function firstOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function lastOf(a: Day, b: Day): Day {
  return a < b ? b : a;
}

function at(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function written(time: number): Day {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
