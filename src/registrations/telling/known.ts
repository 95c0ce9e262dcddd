import { Temporal } from 'temporal-polyfill';
import type { Remind } from '../../workshops/registering.js';
import type { RegistrationState } from '../registration-states.js';

/** How somebody who has registered wants to be told: as a member on the site, by letters to an address. */
export const TELLING_WAYS = ['notice', 'letter'] as const;
export type TellingWay = (typeof TELLING_WAYS)[number];

/**
 * What is told about a registration and its date. Of places it has hashes, so that it says whether they have changed
 * and not what they are.
 */
export interface Known {
  state: RegistrationState;
  /** `gone`: the whole workshop, `dropped`: this date alone. */
  date: 'planned' | 'cancelled' | 'dropped' | 'gone';
  /** Milliseconds since 1970; null for a date that is not there. */
  starts: number | null;
  ends: number | null;
  /** A hash of what everybody reads about the place. */
  place: string | null;
  /** A hash of the exact place. */
  secret: string | null;
  /** When hosts wrote last, in milliseconds since 1970; null where there is nothing of theirs to read. */
  words: number | null;
}

/**
 * What the person was told last, or has read. For each reminder it has the beginning of the date (`starts`) for which
 * that reminder was sent, or for which it is too late to send it.
 */
export type PersonKnown = Known & { [R in Remind]: number | null };

/** How things are now, and what is needed to decide whether the person is to be told of it. */
export interface Standing extends Known {
  zone: string | null;
  /** From when whoever has a seat reads the exact place; null for at once. */
  revealedFrom: number | null;
  remind: readonly Remind[];
}

/** What somebody is told about a registration. */
export const REGISTRATION_NEWS = [
  'moved-up',
  'admitted',
  'admitted-to-line',
  'declined',
  'date-changed',
  'place-changed',
  'date-cancelled',
  'date-reopened',
  'date-dropped',
  'workshop-gone',
  'workshop-back',
  'hosts-wrote',
  'starts-tomorrow',
  'starts-soon',
] as const;
export type RegistrationNews = (typeof REGISTRATION_NEWS)[number];

const BEFORE: Record<Remind, Temporal.DurationLike> = { day: { days: 1 }, hours: { hours: 2 } };

/** When a reminder is sent: « la veille » is the same hour of the day before, on the clock of the place. */
export function reminderAt(remind: Remind, { starts, zone }: Pick<Standing, 'starts' | 'zone'>): number | null {
  if (starts === null || zone === null) return null;
  const start = Temporal.Instant.fromEpochMilliseconds(starts).toZonedDateTimeISO(zone);
  return start.subtract(BEFORE[remind]).epochMilliseconds;
}

/**
 * What the person knows once they have been told how things are now. A reminder whose time has passed counts as sent.
 */
export function learned(known: Partial<PersonKnown>, standing: Standing, now: Date): PersonKnown {
  const { state, date, starts, ends, place, secret, words } = standing;
  const reminded = (remind: Remind): number | null => {
    const at = reminderAt(remind, standing);
    return at !== null && at <= now.getTime() ? starts : (known[remind] ?? null);
  };
  return { state, date, starts, ends, place, secret, words, day: reminded('day'), hours: reminded('hours') };
}
