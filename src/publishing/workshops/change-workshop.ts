import type { Transaction } from '../../database/transaction.js';
import type { Published } from '../published.js';
import { plain } from '../../submissions/thread-facts/facts.js';
import { standingWorkshop } from '../../submissions/thread-facts/standing-workshop.js';
import type { FactsDate, FactsPart, WorkshopFacts } from '../../workshops/workshop-facts.js';
import { putCandidates } from './candidates.js';
import { keepDates, putKeptBack } from './kept-dates.js';
import { momentOf } from './moment-of.js';
import { putDate, putPart, replaceWorkshop } from './put-workshop.js';

/**
 * Changes the facts that differ between the two, and nothing else: a host may have moved a date while an edit of the
 * place waited.
 */
export async function changeWorkshop(
  tx: Transaction,
  { thread }: Published,
  { from, to }: { from: WorkshopFacts; to: WorkshopFacts },
  at: Date,
): Promise<void> {
  const standing = await standingWorkshop(tx, thread);
  if (standing === null) return;
  const changed = Object.entries(to).filter(
    ([field, value]) => plain(value) !== plain(from[field as keyof WorkshopFacts]),
  );
  const merged: WorkshopFacts = { ...standing, ...Object.fromEntries(changed) };
  await replaceWorkshop(tx, thread, merged);
  await changeDates(tx, thread, { from, to, merged }, at);
  if (plain(from.parts) !== plain(to.parts)) await changeParts(tx, thread, to.parts);
  const asked = ({ candidates, zone }: WorkshopFacts): string => plain({ candidates, zone });
  if (asked(from) !== asked(to)) await putCandidates(tx, thread, merged);
  // Calendars show the place: whatever changed of it makes another version of each date.
  if (changed.length > 0) await changeDatesOf(tx, thread, at);
}

/** Gives each date a higher sequence number, so that calendars take it for a new version. */
export async function changeDatesOf(tx: Transaction, thread: number, at: Date): Promise<void> {
  await tx.query('update workshop_date set sequence = sequence + 1, changed_at = $2 where thread_id = $1', [
    thread,
    at,
  ]);
}

async function changeDates(
  tx: Transaction,
  thread: number,
  { from, to, merged }: { from: WorkshopFacts; to: WorkshopFacts; merged: WorkshopFacts },
  at: Date,
): Promise<void> {
  const before = new Map(from.dates.map((date) => [date.id, date]));
  const after = new Set(to.dates.map(({ id }) => id));
  const gone = from.dates.filter(({ id }) => !after.has(id)).map(({ id }) => id);
  await keepDates(tx, thread, gone);
  await tx.query('delete from workshop_date where thread_id = $1 and id = any($2)', [thread, gone]);
  for (const [position, date] of to.dates.entries()) {
    const was = before.get(date.id);
    if (was === undefined) {
      await putDate(tx, thread, merged, { date, position }, at);
      await putKeptBack(tx, thread, [date.id], at);
    } else if (movedBetween(was, from.zone, date, to.zone)) await moveDate(tx, date, to.zone);
  }
  if (from.seats !== to.seats)
    await tx.query('update workshop_date set seats = $2 where thread_id = $1 and seats is not distinct from $3', [
      thread,
      to.seats,
      from.seats,
    ]);
}

function movedBetween(was: FactsDate, zoneBefore: string, date: FactsDate, zone: string): boolean {
  return (
    momentOf(was.start, zoneBefore).getTime() !== momentOf(date.start, zone).getTime() ||
    momentOf(was.end, zoneBefore).getTime() !== momentOf(date.end, zone).getTime()
  );
}

/** A date that is back where it was at first counts as never moved. */
async function moveDate(tx: Transaction, { id, start, end }: FactsDate, zone: string): Promise<void> {
  await tx.query(
    `update workshop_date set moved_from = nullif(coalesce(moved_from, starts_at), $2), starts_at = $2, ends_at = $3
     where id = $1`,
    [id, momentOf(start, zone), momentOf(end, zone)],
  );
}

async function changeParts(tx: Transaction, thread: number, parts: readonly FactsPart[]): Promise<void> {
  await tx.query('delete from workshop_part where thread_id = $1', [thread]);
  for (const [position, part] of parts.entries()) await putPart(tx, thread, part, position);
}
