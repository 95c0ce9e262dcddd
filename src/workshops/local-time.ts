import { Temporal } from 'temporal-polyfill';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$/;
const ZONE = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/;

/** Whether it names a time zone. */
export function isZone(zone: string): boolean {
  if (!ZONE.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment of a local time such as `2026-12-12T14:00`. Of an hour that comes twice it is the first one. `wrong` for
 * what is no time at all, `missing` for an hour that the clock leaves out that night.
 */
export function instantOf(local: string, zone: string): Date | 'wrong' | 'missing' {
  if (!LOCAL.test(local)) return 'wrong';
  try {
    const time = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    const zoned = time.toZonedDateTime(zone, { disambiguation: 'compatible' });
    return zoned.toPlainDateTime().equals(time) ? new Date(zoned.epochMilliseconds) : 'missing';
  } catch {
    return 'wrong';
  }
}

/** The local time of a moment, as a form has it: `2026-12-12T14:00`. */
export function localOf(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
