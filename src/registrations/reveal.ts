import { Temporal } from 'temporal-polyfill';
import type { WorkshopFacts } from '../workshops/workshop-facts.js';

/**
 * From when whoever has a seat reads the exact place; null for at once. Of an hour that the clock of the day before
 * shows twice it is the first, and instead of one that it leaves out the hour after.
 */
export function revealedFrom(reveal: WorkshopFacts['reveal'], startsAt: Date, zone: string): Date | null {
  if (reveal === 'public' || reveal === 'registered') return null;
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(zone);
  const from = reveal === 'day-before' ? start.subtract({ days: 1 }) : start.subtract({ hours: 2 });
  return new Date(from.epochMilliseconds);
}
