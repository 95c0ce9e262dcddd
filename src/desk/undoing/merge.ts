import type { Transaction } from '../../database/transaction.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { giveArticleBack, lockMerged, type MergedArticle } from '../articles/merged-article.js';
import { returnReplies } from '../moving/bring-submissions.js';
import { lockPlaces } from '../moving/lock-places.js';
import { lockThread } from '../moving/lock-thread.js';
import { pinAgain } from '../moving/mark-thread.js';
import { recount } from '../moving/recount.js';
import { tellMoved } from '../moving/tell-moved.js';
import { transfer } from '../moving/transfer.js';
import { slugOf } from '../slug.js';
import { movedPosts } from './moved-posts.js';
import { mustStand } from './must-stand.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/**
 * The thread has its title again, if its first post stands; with a post that was taken down the title is at the desk, too.
 * A section has the title of its article, whatever stands there.
 */
async function reopen(tx: Transaction, thread: number, article: MergedArticle | null): Promise<void> {
  const [kept] = await tx.query<{ title: string }>('delete from desk.merged_title where thread_id = $1 returning title', [thread]);
  const [first] = await tx.query<{ gone: string | null }>('select gone from post where thread_id = $1 and number = 1', [thread]);
  const retired = article === null && first?.gone !== null;
  const title = article?.title ?? (retired ? '' : (kept?.title ?? ''));
  await tx.query('update thread set moved_to = null, title = $2, slug = $3, retired = $4 where id = $1', [thread, title, slugOf(title), retired]);
  if (kept !== undefined && article === null) await tx.query('update desk.removed_post set title = $2 where thread_id = $1 and number = 1', [thread, kept.title]);
}

/** Two threads again: what came from the first goes back there, and what was said since stays where it was said. */
export const undoing: Undoing = {
  decisions: ['merge'],
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor): Promise<void> {
    const { thread: id } = row;
    if (id === null) throw new NotFound();
    const { to, numbers, become, pinnedAt } = movedPosts(row);
    await lockPlaces(tx, to, 'all');
    const article = await lockMerged(tx, id);
    const lock = (thread: number) => lockThread(tx, moderator, thread, thread === id ? to : null);
    const [first, second] = [await lock(Math.min(id, to)), await lock(Math.max(id, to))];
    const [thread, from] = id < to ? [first, second] : [second, first];
    await mustStand(tx, row);
    // Merged before articles were kept: a section of no article would be found by nobody.
    if (thread.ofArticle && article === null) throw new Conflict('decided-since');
    await transfer(tx, { from: to, to: id, numbers: become, become: numbers });
    await returnReplies(tx, to, id);
    await reopen(tx, id, article);
    if (article !== null) await giveArticleBack(tx, article, id, to);
    await recount(tx, [to, id], [{ category: thread.category, threads: 1 }]);
    if (pinnedAt !== undefined) await pinAgain(tx, thread, new Date(pinnedAt));
    await tellMoved(tx, from, thread);
    if (article !== null) await tx.tell({ news: 'CategoryChanged', category: thread.category });
    await tx.tell({ news: 'ThreadListed', category: thread.category, thread: id });
  },
};
