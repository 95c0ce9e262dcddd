import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { giveArticleBack, lockMerged, type MergedArticle } from '../../publishing/articles/merged-article.js';
import { RemovedPostEntity } from '../../publishing/removed-post.entity.js';
import { returnReplies } from '../moving/bring-submissions.js';
import { giveCaseBack } from '../moving/merged-cases.js';
import { lockPlaces } from '../moving/lock-places.js';
import { lockThread } from '../moving/lock-thread.js';
import { pinAgain } from '../moving/mark-thread.js';
import { recount } from '../moving/recount.js';
import { tellMoved } from '../moving/tell-moved.js';
import { transfer } from '../moving/transfer.js';
import { slugOf } from '../../publishing/slug.js';
import { PostEntity } from '../../threads/post.entity.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import { movedPosts } from './moved-posts.js';
import { mustStand } from './must-stand.js';
import { outOfReach, TO } from './undo-refusal.js';
import type { LoggedDecision, Undoing } from './undoing.js';

/**
 * Gives the thread its title back, if its first post is shown; while that post is taken down, the desk keeps the title
 * with it. A section always has the title of its article.
 */
async function reopen(tx: Transaction, thread: number, article: MergedArticle | null): Promise<void> {
  const [kept] = await tx.query<{ title: string }>(
    'delete from desk.merged_title where thread_id = $1 returning title',
    [thread],
  );
  const first = await tx.repository(PostEntity).findOneBy({ threadId: thread, number: 1 });
  const retired = article === null && first?.gone !== null;
  const title = article?.title ?? (retired ? '' : (kept?.title ?? ''));
  await tx.repository(ThreadEntity).update({ id: thread }, { movedTo: null, title, slug: slugOf(title), retired });
  if (kept !== undefined && article === null)
    await tx.repository(RemovedPostEntity).update({ threadId: thread, number: 1 }, { title: kept.title });
}

const UNLESS = [
  { code: 'not-found', when: outOfReach(TO) },
  {
    code: 'moved-since',
    when: `exists (select 1 from thread x where (x.id = d.thread_id and x.moved_to is distinct from ${TO})
      or (x.id = ${TO} and x.moved_to is not null))`,
  },
  // The log of an old merge does not name the article, and without its article nobody would find the section. Nor can
  // names be given back that are not the other section's any more.
  {
    code: 'decided-since',
    when: `exists (select 1 from thread x left join desk.merged_article y on y.thread_id = x.id
      where x.id = d.thread_id and x.of_article and (y.thread_id is null or 1 + cardinality(y.aliases) <>
        (select count(*) from article a join article_alias al on al.article_id = a.id
          where a.thread_id = ${TO} and al.identifier = any(array[y.identifier] || y.aliases))))`,
  },
];

/** Makes two threads again: the posts of the first go back there, and posts written since stay where they are. */
export const undoing: Undoing = {
  decisions: ['merge'],
  unless: UNLESS,
  async undo(tx: Transaction, row: LoggedDecision, moderator: Visitor, now: Date): Promise<void> {
    const { thread: id } = row;
    if (id === null) throw new NotFound();
    const { to, numbers, become, pinnedAt } = movedPosts(row);
    await lockPlaces(tx, to, 'all');
    const article = await lockMerged(tx, id);
    const lock = (thread: number) => lockThread(tx, moderator, thread, thread === id ? to : null);
    const [first, second] = [await lock(Math.min(id, to)), await lock(Math.max(id, to))];
    const [thread, from] = id < to ? [first, second] : [second, first];
    await mustStand(tx, row, { moderator, now }, UNLESS);
    await transfer(tx, { from: to, to: id, numbers: become, become: numbers });
    await returnReplies(tx, to, id);
    await reopen(tx, id, article);
    await giveCaseBack(tx, id, now);
    if (article !== null) await giveArticleBack(tx, article, id, to);
    await recount(tx, [to, id], [{ category: thread.category, threads: 1 }]);
    if (pinnedAt !== undefined) await pinAgain(tx, thread, new Date(pinnedAt));
    await tellMoved(tx, from, thread);
    if (article !== null) await tx.tell({ news: 'CategoryChanged', category: thread.category });
    await tx.tell({ news: 'ThreadListed', category: thread.category, thread: id });
  },
};
