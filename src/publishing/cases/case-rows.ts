import type { CaseFacts } from '../../cases/case-facts.js';
import type { Transaction } from '../../database/transaction.js';
import type { Published } from '../published.js';
import { changeMerged, opensCase, putMerged } from './merged-case.js';
import { plain } from '../../submissions/thread-facts/facts.js';
import { settleCase } from './settle-case.js';
import { inTodaysTowns } from '../../submissions/thread-facts/todays-town.js';
import { standingCase } from '../../submissions/thread-facts/standing-case.js';

const COLUMNS = `town_code, country, place, latitude, longitude, precision, authority, authority_name, themes`;

async function valuesOf(tx: Transaction, facts: CaseFacts): Promise<unknown[]> {
  const [today = facts] = await inTodaysTowns(tx, [facts]);
  const { town, country, place, point, precision, authority, authorityName, themes } = today;
  const { latitude = null, longitude = null } = point ?? {};
  return [town, country, place, latitude, longitude, precision, authority, authorityName, themes];
}

/**
 * The row of a case whose first post is published, for the first time or again: its status is the one that it was
 * opened with (see settleCase). If the case was merged into another one, its facts are kept at the desk instead.
 */
export async function putCase(tx: Transaction, place: Published, facts: CaseFacts, at: Date): Promise<void> {
  if (!(await opensCase(tx, place))) return putMerged(tx, place, facts);
  const { thread } = place;
  await tx.query(
    `insert into local_case (thread_id, ${COLUMNS}, first_status, status, opened_at, moved_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, p.published_at, p.published_at
     from (select coalesce((select published_at from post where thread_id = $1 and number = 1), $12::timestamptz)
       as published_at) p`,
    [thread, ...(await valuesOf(tx, facts)), facts.status, at],
  );
  await settleCase(tx, thread);
}

/** The facts of a case, as the desk keeps them: as they stand, but with the status that it was opened with. */
export async function caseAt(tx: Transaction, { thread }: Published): Promise<CaseFacts | null> {
  const standing = await standingCase(tx, thread);
  const [first] = await tx.query<Pick<CaseFacts, 'status'>>(
    'select first_status as status from local_case where thread_id = $1',
    [thread],
  );
  return standing === null ? null : { ...standing, ...first };
}

/**
 * Changes the facts that differ between the two, and nothing else. A new status is not written here: settleCase reads
 * it from the edit, which is kept.
 */
export async function changeCase(
  tx: Transaction,
  place: Published,
  { from, to }: { from: CaseFacts; to: CaseFacts },
): Promise<void> {
  const [was = from, becomes = to] = await inTodaysTowns(tx, [from, to]);
  const changes = Object.entries(becomes).filter(
    ([field, value]) => field !== 'status' && plain(value) !== plain(was[field as keyof CaseFacts]),
  );
  const changed = (facts: CaseFacts): CaseFacts => ({ ...facts, ...Object.fromEntries(changes) });
  if (!(await opensCase(tx, place))) return changeMerged(tx, place, changed);
  const { thread } = place;
  const standing = await standingCase(tx, thread);
  if (standing === null) return;
  await tx.query(`update local_case set (${COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10) where thread_id = $1`, [
    thread,
    ...(await valuesOf(tx, changed(standing))),
  ]);
  await settleCase(tx, thread);
}

/** Removes all that is public of a case besides its posts. Its facts are kept with its first post. */
export async function clearCase(tx: Transaction, { thread }: Published): Promise<void> {
  const [gone] = await tx.query<{ category: number }>(
    'delete from local_case l using thread t where t.id = l.thread_id and t.id = $1 returning t.category_id ' +
      'as category',
    [thread],
  );
  if (gone !== undefined) await tx.tell({ news: 'CaseChanged', category: gone.category, thread });
}
