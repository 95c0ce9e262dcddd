const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d))?/;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** Milliseconds that clocks there are ahead of UTC at this instant. */
function aheadAt(timeZone: string, instant: number): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/**
 * When the clocks of a time zone showed this date of SPIP; null for none (`0000-00-00 00:00:00`). SPIP leaves a month
 * or a day 00 where it is not known: it is the first one then. An hour that came twice is its first one.
 */
export function instantOf(date: string, timeZone: string): Date | null {
  const [, year = '0000', month = '', day = '', hour = '0', minute = '0', second = '0'] = DATE.exec(date) ?? [];
  if (year === '0000') return null;
  const shown = Date.UTC(
    Number(year),
    Math.max(Number(month), 1) - 1,
    Math.max(Number(day), 1),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (Number.isNaN(shown)) return null;
  const before = shown - aheadAt(timeZone, shown - 86_400_000);
  return new Date(aheadAt(timeZone, before) === shown - before ? before : shown - aheadAt(timeZone, before));
}
