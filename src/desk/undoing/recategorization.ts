import { audiencesOf } from '../../categories/audience.js';
import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Audience } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { changeCategory } from '../moving/change-category.js';
import { lockThread } from '../moving/lock-thread.js';
import { pinAgain } from '../moving/mark-thread.js';
import { lockSubmissionsOf } from '../moving/submissions-of.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** Whether more people read the first category than the second. */
async function isWider(tx: Transaction, one: number, other: number): Promise<boolean> {
  const rows = await tx.query<{ id: number; audience: Audience }>('select id, audience from category where id = any($1)', [[one, other]]);
  const width = (id: number): number => audiencesOf(rows.find((row) => row.id === id)?.audience ?? 'staff').length;
  return width(one) < width(other);
}

/**
 * The thread stands in its former category again. Not when that would show to more people what was published for fewer
 * in the meantime: no page has said so to whoever undoes it.
 */
export const undoing: Undoing = {
  decisions: ['recategorize'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor): Promise<void> {
    const { thread: id, category: from, detail } = row;
    if (id === null || from === null) throw new NotFound();
    await lockSubmissionsOf(tx, id);
    const thread = await lockThread(tx, moderator, id);
    await mustStand(tx, row);
    if (thread.category !== detail?.['to']) throw new Conflict('decided-since');
    if (thread.lastNumber > Number(detail['last']) && await isWider(tx, from, thread.category)) throw new Conflict('posted-since');
    await changeCategory(tx, thread, from);
    const pinnedAt = detail['pinnedAt'];
    if (typeof pinnedAt === 'number') await pinAgain(tx, { id, category: from }, new Date(pinnedAt));
  },
};
