import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { KeptCallEntity } from '../calls/kept-call.entity.js';
import { putCall } from '../calls/put-call.js';
import { lockThread } from '../moving/lock-thread.js';
import { mustStand } from './must-stand.js';
import { THREAD_MOVED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [THREAD_MOVED];

/** Puts back what the thread called for before, or nothing. */
export const undoing: Undoing = {
  decisions: ['call', 'uncall'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.thread === null) throw new NotFound();
    const thread = await lockThread(tx, moderator, row.thread);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    const before = row.detail?.['before'];
    const kept = before === undefined ? null : await tx.repository(KeptCallEntity).findOneBy({ id: before });
    await putCall(tx, thread, kept === null ? null : { url: kept.url, words: kept.words, until: kept.until });
  },
};
