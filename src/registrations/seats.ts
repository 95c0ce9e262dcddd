import type { Queries, Transaction } from '../database/transaction.js';
import { Invalid } from '../errors/errors.js';
import type { WorkshopFacts } from '../workshops/workshop-facts.js';
import type { RegistrationAnswer } from '../workshops/registering.js';
import type { RegistrationState } from './registration-states.js';

/** A date as whoever counts its seats reads it. */
export interface SeatDate {
  id: string;
  thread: number;
  category: number;
  startsAt: Date;
  endsAt: Date;
  state: 'planned' | 'cancelled';
  isOpen: boolean;
  /** Null for no limit. */
  seats: number | null;
  admission: WorkshopFacts['admission'];
  hasHost: boolean;
}

/** Where seats are counted: a part that has seats of its own, or the date for the whole. */
export interface Pool {
  id: string;
  /** Null for no limit. */
  seats: number | null;
}

/** Nobody else gives its seats away until the commit. Null while the first post of its workshop is gone. */
export async function lockDate(tx: Transaction, thread: number, date: string): Promise<SeatDate | null> {
  await tx.query('select private.hold_date($1, $2)', [thread, date]);
  // Read only now, since it may have changed before the lock was there.
  return readDate(tx, thread, date);
}

/** The same for whoever only looks. */
export async function readDate(db: Queries, thread: number, date: string): Promise<SeatDate | null> {
  const [found] = await db.query<SeatDate>(
    `select d.id, d.thread_id as thread, t.category_id as category, d.starts_at as "startsAt", d.ends_at as "endsAt",
       d.state, d.is_open as "isOpen", d.seats, w.admission, w.has_host as "hasHost"
     from workshop_date d join workshop w on w.thread_id = d.thread_id join thread t on t.id = d.thread_id
     where d.id = $1 and d.thread_id = $2`,
    [date, thread],
  );
  return found ?? null;
}

/**
 * Gives free seats to whoever stands in the line, by the rule that is written in the database (migration 0039). To be
 * called after each act that frees or adds seats or puts somebody into the line, in the same transaction.
 */
export async function settleSeats(
  tx: Transaction,
  { id, thread, category }: Pick<SeatDate, 'id' | 'thread' | 'category'>,
  now: Date,
): Promise<void> {
  const [settled] = await tx.query<{ changed: boolean }>('select private.settle_seats($1, $2) as changed', [id, now]);
  // The function of the database tells these news, too. They are told here as well because the caches of this process
  // hear what `tell` is given right after the commit.
  if (settled?.changed === true) await tx.tell({ news: 'SeatsChanged', category, thread });
}

/** Null for a part that this workshop does not have. */
export async function poolOf(tx: Queries, date: SeatDate, part: string | null): Promise<Pool | null> {
  const whole = { id: date.id, seats: date.seats };
  if (part === null) return whole;
  const [found] = await tx.query<Pool>('select id, seats from workshop_part where id = $1 and thread_id = $2', [
    part,
    date.thread,
  ]);
  if (found === undefined) return null;
  return found.seats === null ? whole : found;
}

/**
 * The state in which a registration begins. `waiting` means that it stands in the line: settleSeats() gives it seats
 * right after, where there are any.
 */
export function beginsAs(answer: RegistrationAnswer, { admission }: SeatDate): RegistrationState {
  if (answer === 'maybe') return 'maybe';
  return admission === 'hosts' ? 'asked' : 'waiting';
}

/** How many persons have seats there. */
export async function takenSeats(tx: Queries, date: string, pool = date): Promise<number> {
  const [row] = await tx.query<{ taken: number }>('select private.taken_seats($1, $2) as taken', [date, pool]);
  return row?.taken ?? 0;
}

/**
 * Asked before a host changes the seats of a date that is locked.
 *
 * @throws Invalid where more are taken than there would be
 */
export async function refuseFewerThanTaken(tx: Queries, date: string, seats: number | null): Promise<void> {
  if (seats === null) return;
  const taken = await takenSeats(tx, date);
  if (taken > seats) throw new Invalid({ seats: 'seats-taken' }, { taken });
}
