import type { CaseFacts } from '../../cases/case-facts.js';
import type { Transaction } from '../../database/transaction.js';
import type { Published } from '../published.js';
import { changeMerged, opensCase, putMerged } from './merged-case.js';
import { plain } from '../../submissions/thread-facts/facts.js';
import { moveOn } from './step-rows.js';
import { standingCase } from '../../submissions/thread-facts/standing-case.js';

const COLUMNS = `town_code, country, place, latitude, longitude, precision, authority, authority_name, themes, status`;

function valuesOf(facts: CaseFacts): unknown[] {
  const { town, country, place, point, precision, authority, authorityName, themes, status } = facts;
  const { latitude = null, longitude = null } = point ?? {};
  return [town, country, place, latitude, longitude, precision, authority, authorityName, themes, status];
}

/** The row of a case whose first post is published, for the first time or again. Of a merged one it waits. */
export async function putCase(tx: Transaction, place: Published, facts: CaseFacts, at: Date): Promise<void> {
  if (!(await opensCase(tx, place))) return putMerged(tx, place, facts);
  const { thread } = place;
  await tx.query(
    `insert into local_case (thread_id, ${COLUMNS}, opened_at, moved_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, p.published_at, p.published_at
     from (select coalesce((select published_at from post where thread_id = $1 and number = 1), $12::timestamptz)
       as published_at) p`,
    [thread, ...valuesOf(facts), at],
  );
  await moveOn(tx, thread);
}

/** Changes what differs between the two, and nothing else: a step may have carried a status in between. */
export async function changeCase(
  tx: Transaction,
  place: Published,
  { from, to }: { from: CaseFacts; to: CaseFacts },
): Promise<void> {
  const changes = Object.entries(to).filter(
    ([field, value]) => plain(value) !== plain(from[field as keyof CaseFacts]),
  );
  const changed = (facts: CaseFacts): CaseFacts => ({ ...facts, ...Object.fromEntries(changes) });
  if (!(await opensCase(tx, place))) return changeMerged(tx, place, changed);
  const { thread } = place;
  const standing = await standingCase(tx, thread);
  if (standing === null) return;
  await tx.query(
    `update local_case set (${COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) where thread_id = $1`,
    [thread, ...valuesOf(changed(standing))],
  );
}

/** Nothing public is left of it; its facts wait with its first post. */
export async function clearCase(tx: Transaction, { thread }: Published): Promise<void> {
  await tx.query('delete from local_case where thread_id = $1', [thread]);
}
