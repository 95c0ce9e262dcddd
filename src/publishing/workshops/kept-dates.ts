import type { Transaction } from '../../database/transaction.js';

/**
 * Keeps the state of these dates, or of all, at the desk before their rows are deleted. They may come back, and
 * calendars would take a sequence number that has fallen for an older version.
 */
export async function keepDates(tx: Transaction, thread: number, dates: readonly string[] | null): Promise<void> {
  await tx.query(
    `insert into desk.kept_date (id, thread_id, starts_at, ends_at, seats, state, moved_from, reason, is_open, sequence)
     select id, thread_id, starts_at, ends_at, seats, state, moved_from, reason, is_open, sequence from workshop_date
     where thread_id = $1 and ($2::uuid[] is null or id = any($2)) on conflict do nothing`,
    [thread, dates],
  );
}

/** Gives these dates, whose rows stand again, the state that was kept. What is kept of others stays kept. */
export async function putKeptBack(tx: Transaction, thread: number, dates: readonly string[], at: Date): Promise<void> {
  await tx.query(
    `update workshop_date d set seats = k.seats, state = k.state, reason = k.reason, is_open = k.is_open,
       sequence = k.sequence + 1, changed_at = $2,
       moved_from = case when k.starts_at = d.starts_at then k.moved_from else k.starts_at end
     from desk.kept_date k where k.id = d.id and d.thread_id = $1 and d.id = any($3)`,
    [thread, at, dates],
  );
  await tx.query('delete from desk.kept_date where thread_id = $1 and id = any($2)', [thread, dates]);
}
