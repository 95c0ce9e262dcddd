import type { CaseStatus } from '../../cases/case-facts.js';
import type { StepFacts } from '../../cases/step-facts.js';
import type { Transaction } from '../../database/transaction.js';
import { plain } from '../../submissions/thread-facts/facts.js';
import { standingStep } from '../../submissions/thread-facts/standing-step.js';
import { hasSteps, type ThreadKind } from '../../threads/visible.js';
import type { Published } from '../published.js';

const COLUMNS = `kind, dated, how, outcome, cameras, amount, software, link, post_thread, post_number, request_thread,
  request_number`;

function valuesOf({ thread }: Published, facts: StepFacts): unknown[] {
  const { kind, dated, how, outcome, cameras, amount, software, link, post, request } = facts;
  return [
    kind,
    dated,
    how || null,
    outcome || null,
    cameras,
    amount,
    software,
    link,
    post?.thread ?? null,
    post?.number ?? null,
    request === null ? null : thread,
    request,
  ];
}

/** The row of a step whose post is published, for the first time or again. In a thread that is no case it waits. */
export async function putStep(tx: Transaction, place: Published, facts: StepFacts): Promise<void> {
  if (!(await takesSteps(tx, place.thread))) {
    await tx.query(
      `insert into desk.kept_step (thread_id, number, facts) values ($1, $2, $3)
       on conflict (thread_id, number) do update set facts = excluded.facts`,
      [place.thread, place.number, JSON.stringify(rowOf(place, facts))],
    );
    return;
  }
  await tx.query(
    `insert into case_step (thread_id, number, ${COLUMNS})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [place.thread, place.number, ...valuesOf(place, facts)],
  );
  if (facts.status !== '') await carryStatus(tx, place, facts.status);
  await moveOn(tx, place.thread);
}

/** The row of a step, for a place where none may stand. */
function rowOf(place: Published, facts: StepFacts): Record<string, unknown> {
  const values = valuesOf(place, facts);
  return Object.fromEntries(COLUMNS.split(',').map((column, at) => [column.trim(), values[at]]));
}

/** Whether posts of this thread may be steps. */
export async function takesSteps(tx: Transaction, thread: number): Promise<boolean> {
  const [row] = await tx.query<{ kind: ThreadKind }>('select kind from thread where id = $1', [thread]);
  return row !== undefined && hasSteps(row.kind);
}

/** Changes what differs between the two, and nothing else. */
export async function changeStep(
  tx: Transaction,
  place: Published,
  { from, to }: { from: StepFacts; to: StepFacts },
): Promise<void> {
  const standing = await standingStep(tx, place.thread, place.number);
  if (standing === null) return;
  const changed = Object.entries(to).filter(
    ([field, value]) => plain(value) !== plain(from[field as keyof StepFacts]),
  );
  const merged: StepFacts = { ...standing, ...Object.fromEntries(changed) };
  await tx.query(
    `update case_step set (${COLUMNS}) = ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     where thread_id = $1 and number = $2`,
    [place.thread, place.number, ...valuesOf(place, merged)],
  );
  if (merged.status === standing.status) return;
  await dropStatus(tx, place);
  if (merged.status !== '') await carryStatus(tx, place, merged.status);
}

/** Before its post becomes a tombstone: what it said of the case goes with it. */
export async function clearStep(tx: Transaction, place: Published): Promise<void> {
  await dropStatus(tx, place);
  await tx.query('delete from case_step where thread_id = $1 and number = $2', [place.thread, place.number]);
  await tx.query('delete from desk.kept_step where thread_id = $1 and number = $2', [place.thread, place.number]);
  await moveOn(tx, place.thread);
}

/** The case is what this step says, from now on; what it was before is kept with the step. */
async function carryStatus(tx: Transaction, { thread, number }: Published, status: CaseStatus): Promise<void> {
  await tx.query(
    `update case_step s set status = $3, status_before = l.status,
       status_order = (select coalesce(max(o.status_order), 0) + 1 from case_step o where o.thread_id = $1)
     from local_case l where l.thread_id = $1 and s.thread_id = $1 and s.number = $2`,
    [thread, number, status],
  );
  await tx.query('update local_case set status = $2 where thread_id = $1', [thread, status]);
}

/**
 * Takes the status of a step out of the chain of those that steps have said: the next one of them now follows what was
 * before this one. The case itself goes back only if nobody has changed it since.
 */
async function dropStatus(tx: Transaction, { thread, number }: Published): Promise<void> {
  const [said] = await tx.query<{ status: CaseStatus; before: CaseStatus; order: number }>(
    `select status, status_before as before, status_order as "order" from case_step
     where thread_id = $1 and number = $2 and status is not null`,
    [thread, number],
  );
  if (said === undefined) return;
  const next = await tx.query(
    `update case_step s set status_before = $3 where s.thread_id = $1 and s.status_before = $4 and s.status_order = (
       select min(o.status_order) from case_step o where o.thread_id = $1 and o.status_order > $2) returning 1`,
    [thread, said.order, said.before, said.status],
  );
  if (next.length === 0)
    await tx.query('update local_case set status = $3 where thread_id = $1 and status = $2', [
      thread,
      said.status,
      said.before,
    ]);
  await tx.query(
    `update case_step set status = null, status_before = null, status_order = null
     where thread_id = $1 and number = $2`,
    [thread, number],
  );
}

/** When a case moved last: lists of cases stand in that order. */
export async function moveOn(tx: Transaction, thread: number): Promise<void> {
  await tx.query(
    `update local_case l set moved_at = greatest(l.opened_at, (select max(p.published_at) from case_step s
       join post p on p.thread_id = s.thread_id and p.number = s.number where s.thread_id = $1))
     where l.thread_id = $1`,
    [thread],
  );
}
