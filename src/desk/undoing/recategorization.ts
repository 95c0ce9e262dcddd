import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import { AUDIENCES, hasFacts, THREAD_KINDS } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import { changeCategory } from '../moving/change-category.js';
import { lockThread } from '../moving/lock-thread.js';
import { pinAgain } from '../moving/mark-thread.js';
import { lockSubmissionsOf } from '../moving/submissions-of.js';
import { mustStand } from './must-stand.js';
import { THREAD_MOVED, TO } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** How many more people read a category: fewer is more. */
const WIDTH = `array_position(array[${AUDIENCES.map((audience) => `'${audience}'`).join(', ')}], `;

const UNLESS = [
  THREAD_MOVED,
  {
    code: 'decided-since',
    when: `exists (select 1 from thread x where x.id = d.thread_id and x.category_id <> ${TO})`,
  },
  // No page has warned the moderator that more people would read what was published for fewer.
  {
    code: 'posted-since',
    when: `exists (select 1 from thread x join category here on here.id = x.category_id
      join category before on before.id = d.category_id where x.id = d.thread_id
        and x.last_number > (d.detail->>'last')::int and ${WIDTH}before.audience) < ${WIDTH}here.audience))`,
  },
  // A thread with facts stands only where its kind is taken, and the former category may have given that up since.
  {
    code: 'facts-stay',
    when: `exists (select 1 from thread x join category before on before.id = d.category_id where x.id = d.thread_id
      and x.kind in (${THREAD_KINDS.filter(hasFacts)
        .map((kind) => `'${kind}'`)
        .join(', ')}) and x.kind <> all(before.takes))`,
  },
];

/**
 * The thread stands in its former category again. It is refused when more people could then read posts that were
 * published for fewer in the meantime, because no page has warned the moderator of that.
 */
export const undoing: Undoing = {
  decisions: ['recategorize'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { thread: id, category: from, detail } = row;
    if (id === null || from === null) throw new NotFound();
    await lockSubmissionsOf(tx, id);
    const thread = await lockThread(tx, moderator, id);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    await changeCategory(tx, thread, from, now);
    const pinnedAt = detail?.['pinnedAt'];
    if (typeof pinnedAt === 'number') await pinAgain(tx, { id, category: from }, new Date(pinnedAt));
  },
};
