import type { Transaction } from '../../database/transaction.js';
import type { Decision } from '../../publishing/decision.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type LockedThread, lockThread } from '../moving/lock-thread.js';
import { mustStand } from './must-stand.js';
import { THREAD_MOVED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [THREAD_MOVED];

/**
 * Undoes what moderators say of a thread beside its text. Each time it is said a row of its own is kept, and the log
 * names the one of before: `put` is given its number, or null where nothing had been said.
 */
export function undoingWhatWasSaid(
  decisions: readonly Decision[],
  put: (tx: Transaction, thread: LockedThread, before: number | null) => Promise<unknown>,
): Undoing {
  return {
    decisions,
    unless: UNLESS,
    async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
      if (row.thread === null) throw new NotFound();
      const thread = await lockThread(tx, moderator, row.thread);
      await mustStand(tx, row, { moderator, now }, UNLESS);
      await put(tx, thread, row.detail?.['before'] ?? null);
    },
  };
}
