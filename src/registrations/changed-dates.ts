import { Temporal } from 'temporal-polyfill';
import { Conflict, Invalid } from '../errors/errors.js';
import type { DateState } from '../publishing/workshops/date-states.js';
import { wrongDate } from '../submissions/thread-facts/checked-workshop.js';
import { instantOf, localOf } from '../workshops/local-time.js';
import { REASONS } from '../workshops/workshop-facts.js';
import type { DateAct } from '../publishing/workshops/workshop-act.js';

/**
 * Which dates a change is for: the one that is named, that one and all after it, or all that are still to come. A date
 * that is over never changes.
 */
export const SCOPES = ['one', 'after', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** A change of dates, as a host has typed it. */
export interface DateChange {
  action: DateAct;
  scope: Scope;
  start: string;
  end: string;
  reason: string;
  seats: string;
}

type Dates = ReadonlyMap<string, DateState>;

/**
 * The dates of the workshop that the request is about, the one that is named first. @throws Conflict where that one is
 * over.
 */
export function meantDates(dates: Dates, id: string, scope: Scope, now: Date): [string, DateState][] {
  const named = dates.get(id);
  if (named === undefined) return [];
  if (new Date(named.endsAt) <= now) throw new Conflict('date-over');
  const others = [...dates].filter(
    ([other, { startsAt, endsAt }]) =>
      other !== id && new Date(endsAt) > now && (scope === 'all' || (scope === 'after' && startsAt >= named.startsAt)),
  );
  return [[id, named], ...others];
}

/** The state of each of these dates after the change. @throws Invalid, with a code for each field; Conflict. */
export function changedStates(
  meant: readonly [string, DateState][],
  request: DateChange,
  { zone, now }: { zone: string; now: Date },
): DateState[] {
  const [first] = meant;
  if (first === undefined) return [];
  switch (request.action) {
    case 'cancel': {
      const reason = REASONS.find((each) => each === request.reason);
      if (reason === undefined) throw new Invalid({ reason: 'reason-missing' });
      return meant.map(([, date]) => (date.state === 'cancelled' ? date : { ...date, state: 'cancelled', reason }));
    }
    case 'reopen':
      return meant.map(([, date]) => ({ ...date, state: 'planned', reason: null }));
    case 'close':
    case 'open':
      return meant.map(([, date]) => ({ ...date, isOpen: request.action === 'open' }));
    case 'seats': {
      const seats = seatsOf(request.seats);
      return meant.map(([, date]) => ({ ...date, seats }));
    }
    case 'move': {
      const shift = shiftOf(first[1], request, { zone, now });
      if (first[1].state === 'cancelled') throw new Conflict('date-cancelled');
      return meant.map(([, date]) => (date.state === 'cancelled' ? date : shift(date)));
    }
  }
}

/** The number of seats, 1 to 500; null for no limit. @throws Invalid */
export function seatsOf(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  const seats = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (seats < 1 || seats > 500) throw new Invalid({ seats: 'seats-range' });
  return seats;
}

/** The moments of a date as it was typed. @throws Invalid */
export function checkedDate(
  { start, end }: { start: string; end: string },
  where: { zone: string; now: Date },
): { startsAt: string; endsAt: string } {
  const [from, to] = [start.trim(), end.trim()];
  const wrong = wrongDate(from, to, where);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return { startsAt: momentOf(from, where.zone, 'start'), endsAt: momentOf(to, where.zone, 'end') };
}

/**
 * Moves the other dates by as much as the one that was typed, on the clock of their place: 14:00 stays 14:00 when the
 * clock changes between two of them.
 */
function shiftOf(
  named: DateState,
  request: DateChange,
  { zone, now }: { zone: string; now: Date },
): (date: DateState) => DateState {
  checkedDate(request, { zone, now });
  const by = (typed: string, was: string): Temporal.Duration =>
    localAt(was, zone).until(Temporal.PlainDateTime.from(typed.trim()));
  const [start, end] = [by(request.start, named.startsAt), by(request.end, named.endsAt)];
  return (date) => {
    const local = {
      start: localAt(date.startsAt, zone).add(start).toString({ smallestUnit: 'minute' }),
      end: localAt(date.endsAt, zone).add(end).toString({ smallestUnit: 'minute' }),
    };
    const moved = checkedDate(local, { zone, now });
    const first = date.movedFrom ?? date.startsAt;
    // A date that is back where it was at first counts as never moved.
    return { ...date, ...moved, movedFrom: first === moved.startsAt ? null : first };
  };
}

function localAt(moment: string, zone: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(localOf(new Date(moment), zone));
}

function momentOf(local: string, zone: string, field: 'start' | 'end'): string {
  const at = instantOf(local, zone);
  if (typeof at === 'string') throw new Invalid({ [field]: at === 'missing' ? 'hour-missing' : 'time-wrong' });
  return at.toISOString();
}
