import type { StepFacts } from '../../cases/step-facts.js';
import type { Transaction } from '../../database/transaction.js';
import { plain } from '../../submissions/thread-facts/facts.js';
import { presentStep, presentSteps } from '../../submissions/thread-facts/present-steps.js';
import { keptStep, standingStep } from '../../submissions/thread-facts/standing-step.js';
import { hasSteps, type ThreadKind } from '../../threads/visible.js';
import type { Published } from '../published.js';
import { settleCase } from './settle-case.js';

const COLUMNS = [
  'kind',
  'dated',
  'how',
  'outcome',
  'cameras',
  'amount',
  'software',
  'link',
  'post_thread',
  'post_number',
  'request_thread',
  'request_number',
  'status',
];

/**
 * The values of the columns. The post that a step leads to is named by the place that its author gave. The step that
 * began the request is named by its place today, because these rows go along when it moves.
 */
async function valuesOf(tx: Transaction, facts: StepFacts): Promise<unknown[]> {
  const { kind, dated, how, outcome, cameras, amount, software, link, post, status } = facts;
  const { request } = await presentStep(tx, facts);
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
    request?.thread ?? null,
    request?.number ?? null,
    status || null,
  ];
}

/**
 * The row of a step whose post is published, for the first time or again. In a thread that is no case it is kept at the
 * desk.
 */
export async function putStep(tx: Transaction, place: Published, facts: StepFacts): Promise<void> {
  if (!(await takesSteps(tx, place.thread))) return keep(tx, place, facts);
  await tx.query(
    `insert into case_step (thread_id, number, ${COLUMNS.join(', ')})
     values ($1, $2, ${COLUMNS.map((_column, at) => `$${at + 3}`).join(', ')})`,
    [place.thread, place.number, ...(await valuesOf(tx, facts))],
  );
  await settleCase(tx, place.thread);
}

/** Keeps the row at the desk, because the post stands in a thread that may have no steps. */
async function keep(tx: Transaction, place: Published, facts: StepFacts): Promise<void> {
  const values = await valuesOf(tx, facts);
  await tx.query(
    `insert into desk.kept_step (thread_id, number, facts) values ($1, $2, $3)
     on conflict (thread_id, number) do update set facts = excluded.facts`,
    [
      place.thread,
      place.number,
      JSON.stringify(Object.fromEntries(COLUMNS.map((column, at) => [column, values[at]]))),
    ],
  );
}

/** Whether posts of this thread may be steps. */
export async function takesSteps(tx: Transaction, thread: number): Promise<boolean> {
  const [row] = await tx.query<{ kind: ThreadKind }>('select kind from thread where id = $1', [thread]);
  return row !== undefined && hasSteps(row.kind);
}

/** The facts of a step: its public row, or what the desk keeps of one that was moved to a thread which is no case. */
export async function stepAt(tx: Transaction, { thread, number }: Published): Promise<StepFacts | null> {
  return (await standingStep(tx, thread, number)) ?? (await keptStep(tx, thread, number));
}

/** Changes the facts that differ between the two, and nothing else. */
export async function changeStep(
  tx: Transaction,
  place: Published,
  { from, to }: { from: StepFacts; to: StepFacts },
): Promise<void> {
  const present = await stepAt(tx, place);
  if (present === null) return;
  // A request may be named by two of its addresses; it is another one only where they lead to different posts.
  const [was = from, becomes = to] = await presentSteps(tx, [from, to]);
  const changed = Object.entries(becomes).filter(
    ([field, value]) => plain(value) !== plain(was[field as keyof StepFacts]),
  );
  const merged: StepFacts = { ...present, ...Object.fromEntries(changed) };
  if (!(await takesSteps(tx, place.thread))) return keep(tx, place, merged);
  await tx.query(
    `update case_step set (${COLUMNS.join(', ')}) = (${COLUMNS.map((_column, at) => `$${at + 3}`).join(', ')})
     where thread_id = $1 and number = $2`,
    [place.thread, place.number, ...(await valuesOf(tx, merged))],
  );
  await settleCase(tx, place.thread);
}

/** Called before its post becomes a tombstone: what it said of the case is removed, in public and at the desk. */
export async function clearStep(tx: Transaction, place: Published): Promise<void> {
  await tx.query('delete from case_step where thread_id = $1 and number = $2', [place.thread, place.number]);
  await tx.query('delete from desk.kept_step where thread_id = $1 and number = $2', [place.thread, place.number]);
  await settleCase(tx, place.thread);
}
