import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockPlace } from '../../publishing/lock-place.js';
import { lockPost, putPostBack } from '../decisions/remove-post.js';
import { waitAgain } from './wait-again.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/** A later report has a card of its own, and a post may have only one card that waits. */
const UNLESS = [
  {
    code: 'decided-since',
    when: `exists (select 1 from desk.submission x where x.kind = 'report' and x.status = 'waiting'
      and x.thread_id = d.thread_id and x.number = d.number)
      or (d.decision = 'take-down' and not exists (select 1 from desk.removed_post x
        where x.thread_id = d.thread_id and x.number = d.number))`,
  },
];

/** The card waits again, and the post stands again if it was taken down because of it. */
export const undoing: Undoing = {
  decisions: ['keep', 'take-down', 'refuse'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { submission, thread, number } = row;
    if (submission === null || thread === null || number === null) throw new NotFound();
    const rows = await lockPlace(tx, thread, [number]);
    const card = rows.find(({ id }) => id === submission);
    if (card !== undefined && !moderator.moderatesCategory(card.category)) throw new NotFound();
    await mustStand(tx, row, { moderator, now }, UNLESS);
    if (card === undefined) throw new Conflict('decided-since');
    if (row.decision === 'take-down' && !(await putPostBack(tx, await lockPost(tx, moderator, thread, number), now)))
      throw new Conflict('decided-since');
    await waitAgain(tx, submission, now);
    await tx.tell({ news: 'QueueChanged', category: card.category, submission });
  },
};
