import type { Queries, Transaction } from '../../database/transaction.js';
import { keepDates } from './kept-dates.js';
import type { DATE_STATES, REASONS } from '../../workshops/workshop-facts.js';

/** What a host may change of a date. Moments are texts as JSON has them, so that two states are easily compared. */
export interface DateState {
  startsAt: string;
  endsAt: string;
  movedFrom: string | null;
  state: (typeof DATE_STATES)[number];
  reason: (typeof REASONS)[number] | null;
  isOpen: boolean;
  seats: number | null;
}

type Row = Omit<DateState, 'startsAt' | 'endsAt' | 'movedFrom'> & {
  id: string;
  startsAt: Date;
  endsAt: Date;
  movedFrom: Date | null;
};

/** The same as `readDates`, locked: nobody else changes one of them until the commit. */
export function lockDates(tx: Transaction, thread: number): Promise<Map<string, DateState>> {
  return datesOf(tx, thread, 'for update');
}

/** The dates of a workshop by their ids, the first one first. */
export function readDates(from: Queries, thread: number): Promise<Map<string, DateState>> {
  return datesOf(from, thread, '');
}

async function datesOf(from: Queries, thread: number, locks: '' | 'for update'): Promise<Map<string, DateState>> {
  const rows = await from.query<Row>(
    `select id, starts_at as "startsAt", ends_at as "endsAt", moved_from as "movedFrom", state, reason,
       is_open as "isOpen", seats
     from workshop_date where thread_id = $1 order by id ${locks}`,
    [thread],
  );
  rows.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return new Map(
    rows.map(({ id, startsAt, endsAt, movedFrom, ...rest }) => [
      id,
      {
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        movedFrom: movedFrom?.toISOString() ?? null,
        ...rest,
      },
    ]),
  );
}

/** Changes a date and gives it a higher sequence number, so that calendars take it for a new version. */
export async function changeDate(tx: Transaction, id: string, to: DateState, at: Date): Promise<void> {
  await tx.query(
    `update workshop_date set starts_at = $2, ends_at = $3, moved_from = $4, state = $5, reason = $6, is_open = $7,
       seats = $8, sequence = sequence + 1, changed_at = $9
     where id = $1`,
    [id, to.startsAt, to.endsAt, to.movedFrom, to.state, to.reason, to.isOpen, to.seats, at],
  );
}

export async function addDate(
  tx: Transaction,
  thread: number,
  { id, ...date }: DateState & { id: string },
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into workshop_date (id, thread_id, position, starts_at, ends_at, moved_from, state, reason, is_open, seats,
       sequence, changed_at)
     values ($1, $2, (select coalesce(max(position), -1) + 1 from workshop_date where thread_id = $2), $3, $4, $5, $6,
       $7, $8, $9, coalesce((select sequence + 1 from desk.kept_date where id = $1), 0), $10)`,
    [id, thread, date.startsAt, date.endsAt, date.movedFrom, date.state, date.reason, date.isOpen, date.seats, at],
  );
  await tx.query('delete from desk.kept_date where id = $1', [id]);
}

/**
 * Removes a date and keeps its state: it may come back, and calendars would take a sequence number that has fallen for
 * an older version.
 */
export async function dropDate(tx: Transaction, thread: number, id: string): Promise<void> {
  await keepDates(tx, thread, [id]);
  await tx.query('delete from workshop_date where id = $1', [id]);
}
