import type { Queries } from '../database/transaction.js';
import type { Decision } from './decision.js';

/** Milliseconds in which a decision is undone without anybody having heard of it. */
export const UNDO_TIME = 30_000;

const TOLD: ReadonlySet<Decision> = new Set([
  'accept',
  'edit-and-accept',
  'publish',
  'return',
  'refuse',
  'spam',
  'take-down',
  'restore',
  'team-edit',
  'undo',
]);

/** Has the persons concerned told of a decision by src/notices, after the time in which it can be undone quickly. */
export async function tellLater(
  tx: Queries,
  { id, decision }: { id: string; decision: Decision },
  now: Date,
): Promise<void> {
  if (!TOLD.has(decision)) return;
  // SQL, as publish() is: every decision waits for it.
  await tx.query('insert into desk.untold (decision_id, due_at) values ($1::bigint, $2)', [
    id,
    new Date(now.getTime() + UNDO_TIME),
  ]);
}
