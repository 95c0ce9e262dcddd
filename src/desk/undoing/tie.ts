import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThread } from '../moving/lock-thread.js';
import { KeptTownEntity } from '../../publishing/ties/kept-town.entity.js';
import { putTie } from '../../publishing/ties/put-tie.js';
import { mustStand } from './must-stand.js';
import { THREAD_MOVED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [THREAD_MOVED];

/** Ties the thread to the town of before again, or to none. */
export const undoing: Undoing = {
  decisions: ['tie', 'untie'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.thread === null) throw new NotFound();
    const thread = await lockThread(tx, moderator, row.thread);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    const before = row.detail?.['before'];
    const kept = before === undefined ? null : await tx.repository(KeptTownEntity).findOneBy({ id: before });
    await putTie(tx, thread, kept?.townCode ?? null);
  },
};
