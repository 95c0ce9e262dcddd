import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThread } from '../moving/lock-thread.js';
import { type Mark, markThread, MOST_PINNED } from '../moving/mark-thread.js';
import { mustStand } from './must-stand.js';
import { THREAD_MOVED } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const BACK: Partial<Record<LoggedDecision['decision'], Mark>> = {
  lock: 'unlock',
  unlock: 'lock',
  pin: 'unpin',
  unpin: 'pin',
};

const UNLESS = [
  THREAD_MOVED,
  {
    code: 'decided-since',
    when: `exists (select 1 from thread x where x.id = d.thread_id and case d.decision when 'lock' then not x.locked
      when 'unlock' then x.locked when 'pin' then x.pinned_at is null else x.pinned_at is not null end)`,
  },
  {
    code: 'too-many-pinned',
    when: `d.decision = 'unpin' and (select count(*) from thread x join thread y on y.category_id = x.category_id
      where x.id = d.thread_id and y.pinned_at is not null) >= ${MOST_PINNED}`,
  },
];

/** Opens a thread that was locked, unpins one that was pinned; and the other way round. */
export const undoing: Undoing = {
  decisions: ['lock', 'unlock', 'pin', 'unpin'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const back = BACK[row.decision];
    if (row.thread === null || back === undefined) throw new NotFound();
    const thread = await lockThread(tx, moderator, row.thread);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    const at = numberOf(row.detail, 'pinnedAt');
    await markThread(tx, thread, back, at === null ? now : new Date(at));
  },
};

function numberOf(detail: LoggedDecision['detail'], name: string): number | null {
  const value = detail?.[name];
  return typeof value === 'number' ? value : null;
}
