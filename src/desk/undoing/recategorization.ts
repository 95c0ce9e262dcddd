import { Any } from 'typeorm';
import { audiencesOf } from '../../categories/audience.js';
import { CategoryEntity } from '../../categories/category.entity.js';
import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { hasFacts, type ThreadKind } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { changeCategory } from '../moving/change-category.js';
import { lockThread } from '../moving/lock-thread.js';
import { pinAgain } from '../moving/mark-thread.js';
import { lockSubmissionsOf } from '../moving/submissions-of.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** A thread with facts stands only where its kind is taken, and the former category may have given that up since. */
async function mustTake(tx: Transaction, category: number, kind: ThreadKind): Promise<void> {
  const { takes } = await tx.repository(CategoryEntity).findOneByOrFail({ id: category });
  if (hasFacts(kind) && !takes.includes(kind)) throw new Conflict('facts-stay');
}

/** Whether more people read the first category than the second. */
async function isWider(tx: Transaction, one: number, other: number): Promise<boolean> {
  const rows = await tx.repository(CategoryEntity).findBy({ id: Any([one, other]) });
  const width = (id: number): number => audiencesOf(rows.find((row) => row.id === id)?.audience ?? 'staff').length;
  return width(one) < width(other);
}

/**
 * The thread stands in its former category again. It is refused when more people could then read posts that were
 * published for fewer in the meantime, because no page has warned the moderator of that.
 */
export const undoing: Undoing = {
  decisions: ['recategorize'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { thread: id, category: from, detail } = row;
    if (id === null || from === null) throw new NotFound();
    await lockSubmissionsOf(tx, id);
    const thread = await lockThread(tx, moderator, id);
    await mustStand(tx, row);
    if (thread.category !== detail?.['to']) throw new Conflict('decided-since');
    if (thread.lastNumber > Number(detail['last']) && (await isWider(tx, from, thread.category)))
      throw new Conflict('posted-since');
    await mustTake(tx, from, thread.kind);
    await changeCategory(tx, thread, from, now);
    const pinnedAt = detail['pinnedAt'];
    if (typeof pinnedAt === 'number') await pinAgain(tx, { id, category: from }, new Date(pinnedAt));
  },
};
