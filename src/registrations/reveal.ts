import { Temporal } from 'temporal-polyfill';
import type { WorkshopFacts } from '../workshops/workshop-facts.js';

/** From when whoever has a seat reads the exact place; null for at once. Of two hours that a clock gives, the later. */
export function revealedFrom(reveal: WorkshopFacts['reveal'], startsAt: Date, zone: string): Date | null {
  if (reveal === 'public' || reveal === 'registered') return null;
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(zone);
  const from = reveal === 'day-before' ? start.subtract({ days: 1 }) : start.subtract({ hours: 2 });
  return new Date(from.epochMilliseconds);
}
