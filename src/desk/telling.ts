import type { Queries } from '../database/transaction.js';
import type { DecisionRow } from './card.js';

/** Milliseconds in which a decision is undone without anybody having heard of it. */
export const UNDO_TIME = 30_000;

const TOLD: ReadonlySet<DecisionRow['decision']> = new Set([
  'accept', 'edit-and-accept', 'publish', 'return', 'refuse', 'spam', 'take-down', 'restore', 'team-edit', 'undo',
]);

/** Whoever is concerned learns of a decision when the line that undoes it is gone; src/notices does it. */
export async function tellLater(tx: Queries, { id, decision }: { id: string; decision: DecisionRow['decision'] }, now: Date): Promise<void> {
  if (!TOLD.has(decision)) return;
  await tx.query('insert into desk.untold (decision_id, due_at) values ($1::bigint, $2)', [id, new Date(now.getTime() + UNDO_TIME)]);
}
