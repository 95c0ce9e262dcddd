import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { bringReplies } from '../moving/bring-submissions.js';
import { lockPlaces, lockThreads } from '../moving/lock-places.js';
import { closeThread } from '../moving/merges.js';
import { recount } from '../moving/recount.js';
import { tellMoved } from '../moving/tell-moved.js';
import { transfer } from '../moving/transfer.js';
import { movedPosts } from './moved-posts.js';
import { mustStand } from './must-stand.js';
import { outOfReach, THREAD_MOVED, TO } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

const UNLESS = [
  THREAD_MOVED,
  { code: 'not-found', when: outOfReach(TO) },
  {
    code: 'moved-since',
    when: `exists (select 1 from thread x where x.id = ${TO} and x.moved_to is not null)`,
  },
  // Posts written in the new thread since then would have no thread.
  {
    code: 'posted-since',
    when: `d.decision = 'split' and (select x.last_number from thread x where x.id = ${TO})
      <> jsonb_array_length(d.detail->'become')`,
  },
];

/**
 * The posts get back the numbers that they had, and their new numbers lead there. A thread that was made for them is
 * empty then, and its address leads back too.
 */
export const undoing: Undoing = {
  decisions: ['move', 'split'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    if (row.thread === null) throw new NotFound();
    const { to, numbers, become } = movedPosts(row);
    const splits = row.decision === 'split';
    await lockPlaces(tx, to, splits ? 'all' : become);
    const ends = await lockThreads(tx, moderator, to, row.thread);
    await mustStand(tx, row, { moderator, now }, UNLESS);
    await transfer(tx, { from: to, to: row.thread, numbers: become, become: numbers });
    if (splits) {
      await bringReplies(tx, to, row.thread);
      await closeThread(tx, to, row.thread);
    }
    await recount(tx, [to, row.thread], splits ? [{ category: ends.from.category, threads: -1 }] : []);
    await tellMoved(tx, ends.from, ends.to);
    if (splits) await tx.tell({ news: 'ThreadUnlisted', category: ends.from.category, thread: to });
  },
};
