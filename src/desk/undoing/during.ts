import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import { ThreadDuringEntity } from '../../threads/thread-during.entity.js';
import type { Visitor } from '../../visitors/visitor.js';
import { putDuring } from '../during/put-during.js';
import { lockThread } from '../moving/lock-thread.js';
import { mustStand } from './must-stand.js';
import { THREAD_MOVED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [THREAD_MOVED];

/** Known members are held again as before it was said, or not held again for the date for which that was said. */
export const undoing: Undoing = {
  decisions: ['during', 'not-during'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.thread === null) throw new NotFound();
    const thread = await lockThread(tx, moderator, row.thread);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    const before = row.detail?.['before'];
    const said = before === undefined ? null : await tx.repository(ThreadDuringEntity).findOneBy({ id: before });
    await putDuring(tx, thread, said?.dateId ?? null);
  },
};
