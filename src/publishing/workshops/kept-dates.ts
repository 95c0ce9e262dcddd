import type { Transaction } from '../../database/transaction.js';

/**
 * Keeps at the desk what became of these dates, or of all, before their rows go: they may come back, and calendars take
 * a date whose sequence fell for an older version of itself.
 */
export async function keepDates(tx: Transaction, thread: number, dates: readonly string[] | null): Promise<void> {
  await tx.query(
    `insert into desk.kept_date (id, thread_id, starts_at, ends_at, seats, state, moved_from, reason, is_open, sequence)
     select id, thread_id, starts_at, ends_at, seats, state, moved_from, reason, is_open, sequence from workshop_date
     where thread_id = $1 and ($2::uuid[] is null or id = any($2)) on conflict do nothing`,
    [thread, dates],
  );
}

/** Makes these dates, whose rows stand again, what they were. Of the others what is kept stays kept. */
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
