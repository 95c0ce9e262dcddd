import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThread } from '../moving/lock-thread.js';
import { type Mark, markThread } from '../moving/mark-thread.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const BACK: Partial<Record<LoggedDecision['decision'], Mark>> = {
  lock: 'unlock',
  unlock: 'lock',
  pin: 'unpin',
  unpin: 'pin',
};

/** Opens a thread that was locked, unpins one that was pinned; and the other way round. */
export const undoing: Undoing = {
  decisions: ['lock', 'unlock', 'pin', 'unpin'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const back = BACK[row.decision];
    if (row.thread === null || back === undefined) throw new NotFound();
    const thread = await lockThread(tx, moderator, row.thread);
    await mustStand(tx, row);
    const at = numberOf(row.detail, 'pinnedAt');
    await markThread(tx, thread, back, at === null ? now : new Date(at)).catch((problem: unknown) => {
      throw problem instanceof Conflict && problem.code === 'marked-already' ? new Conflict('decided-since') : problem;
    });
  },
};

function numberOf(detail: LoggedDecision['detail'], name: string): number | null {
  const value = detail?.[name];
  return typeof value === 'number' ? value : null;
}
