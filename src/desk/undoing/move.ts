import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { bringReplies } from '../moving/bring-submissions.js';
import { lockPlaces, lockThreads } from '../moving/lock-places.js';
import { closeThread } from '../moving/merges.js';
import { recount } from '../moving/recount.js';
import { tellMoved } from '../moving/tell-moved.js';
import { transfer } from '../moving/transfer.js';
import { movedPosts } from './moved-posts.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/**
 * The posts get back the numbers that they had, and their new numbers lead there. A thread that was made for them is
 * empty then, and its address leads back too.
 */
export const undoing: Undoing = {
  decisions: ['move', 'split'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor): Promise<void> {
    if (row.thread === null) throw new NotFound();
    const { to, numbers, become } = movedPosts(row);
    const splits = row.decision === 'split';
    await lockPlaces(tx, to, splits ? 'all' : become);
    const ends = await lockThreads(tx, moderator, to, row.thread);
    await mustStand(tx, row);
    // Posts written in the new thread since then would have no thread.
    if (splits && ends.from.lastNumber !== become.length) throw new Conflict('posted-since');
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
