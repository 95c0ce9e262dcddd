import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.js';

/** The day that it is somewhere at this moment. Not beside the days themselves, which browsers load too. */
export function dayAt(moment: Date, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
