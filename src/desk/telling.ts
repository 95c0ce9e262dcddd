import { z } from 'zod';
import type { Queries } from '../database/transaction.js';
import { defineJob } from '../jobs/job.js';
import { putDown } from '../jobs/jobs.js';
import type { DecisionRow } from './card.js';

/** Whoever is concerned learns of a decision when the line that undoes it is gone; src/notices does it. */
export const TELL_DECISION = defineJob('tell-decision', z.strictObject({ decision: z.string().regex(/^[1-9]\d*$/) }));

/** Milliseconds in which a decision is undone without anybody having heard of it. */
export const UNDO_TIME = 30_000;

const TOLD: ReadonlySet<DecisionRow['decision']> = new Set([
  'accept', 'edit-and-accept', 'publish', 'return', 'refuse', 'spam', 'take-down', 'restore', 'team-edit', 'undo',
]);

export async function tellLater(tx: Queries, id: string, decision: DecisionRow['decision']): Promise<void> {
  if (TOLD.has(decision)) await putDown(tx, TELL_DECISION, { decision: id }, { wait: UNDO_TIME });
}
