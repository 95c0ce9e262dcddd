import type { Transaction } from '../../database/transaction.js';
import { putCandidates } from './candidates.js';
import type { Published } from '../published.js';
import { todaysTown } from '../../submissions/thread-facts/todays-town.js';
import { putKeptBack } from './kept-dates.js';
import { momentOf } from './moment-of.js';
import { showHosts } from './show-hosts.js';
import {
  type FactsDate,
  type FactsPart,
  secretOf,
  shownOf,
  type WorkshopFacts,
} from '../../workshops/workshop-facts.js';

const COLUMNS = `town_code, place, address, online, is_online, reveal, access, bring, language, price, themes, zone,
  seats, count,
  admission`;

async function valuesOf(tx: Transaction, facts: WorkshopFacts): Promise<unknown[]> {
  const { address, online } = shownOf(facts);
  return [
    await todaysTown(tx, facts.town),
    facts.place,
    address,
    online,
    facts.online !== '',
    facts.reveal,
    facts.access,
    facts.bring,
    facts.language,
    facts.price,
    facts.themes,
    facts.zone,
    facts.seats,
    facts.count,
    facts.admission,
  ];
}

/**
 * The rows of a workshop whose first post is published, for the first time or again: then its dates are as they were.
 */
export async function putWorkshop(
  tx: Transaction,
  { thread }: Published,
  facts: WorkshopFacts,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into workshop (thread_id, ${COLUMNS})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [thread, ...(await valuesOf(tx, facts))],
  );
  await putSecret(tx, thread, facts);
  for (const [position, date] of facts.dates.entries()) await putDate(tx, thread, facts, { date, position }, at);
  for (const [position, part] of facts.parts.entries()) await putPart(tx, thread, part, position);
  await putCandidates(tx, thread, facts);
  await putKeptBack(
    tx,
    thread,
    facts.dates.map(({ id }) => id),
    at,
  );
  await showHosts(tx, thread);
}

/** The columns of the workshop itself, its secret among them; its dates and parts are rows of their own. */
export async function replaceWorkshop(tx: Transaction, thread: number, facts: WorkshopFacts): Promise<void> {
  await tx.query(
    `update workshop set (${COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     where thread_id = $1`,
    [thread, ...(await valuesOf(tx, facts))],
  );
  await putSecret(tx, thread, facts);
}

async function putSecret(tx: Transaction, thread: number, facts: WorkshopFacts): Promise<void> {
  const { address, online } = secretOf(facts);
  await tx.query(
    `insert into private.workshop_secret (thread_id, address, online) values ($1, $2, $3)
     on conflict (thread_id) do update set address = excluded.address, online = excluded.online`,
    [thread, address, online],
  );
}

export async function putDate(
  tx: Transaction,
  thread: number,
  { zone, seats }: WorkshopFacts,
  { date, position }: { date: FactsDate; position: number },
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into workshop_date (id, thread_id, position, starts_at, ends_at, seats, state, is_open, sequence,
      changed_at)
     values ($1, $2, $3, $4, $5, $6, 'planned', true, 0, $7)`,
    [date.id, thread, position, momentOf(date.start, zone), momentOf(date.end, zone), seats, at],
  );
}

export async function putPart(tx: Transaction, thread: number, part: FactsPart, position: number): Promise<void> {
  await tx.query(
    `insert into workshop_part (id, thread_id, position, title, time, text, seats) values ($1, $2, $3, $4, $5, $6, $7)`,
    [part.id, thread, position, part.title, part.time, part.text, part.seats],
  );
}
