import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import { kindsWith } from '../../submissions/kind.js';
import { grantMoot } from '../appeals/grant-moot.js';
import { TITLED } from '../../threads/article-row.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { bury, adjustCounts } from '../../publishing/bury.js';
import { carryEdits } from '../../publishing/carry-edits.js';
import { RemovedPostEntity } from '../../publishing/removed-post.entity.js';
import { nextChange } from '../../publishing/replace-post.js';
import { showAgain } from '../../publishing/revisions.js';
import { factsAt, putFacts } from '../../publishing/thread-facts.js';
import { jsonOf } from '../../submissions/thread-facts/facts.js';
import { slugOf } from '../../publishing/slug.js';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** Against the taking down of a post, and still to be judged. */
interface WaitingAppeal {
  id: string;
  version: number;
  category: number | null;
}

/** A post with its thread, the edits that wait for it and an appeal about it, all locked until the commit. */
export interface LockedPost {
  member: Identity;
  category: number;
  thread: number;
  number: number;
  gone: 'taken-down' | 'withdrawn' | 'moved' | null;
  edits: string[];
  appeals: WaitingAppeal[];
  /** The number of its last change, and the number that the new change gets. */
  change: number;
  next: number;
}

/** In the order of the ids, like all code that locks several submissions. */
async function lockWaiting(
  tx: Transaction,
  thread: number,
  number: number,
): Promise<Pick<LockedPost, 'edits' | 'appeals'>> {
  const rows = await tx.query<WaitingAppeal & { isAppeal: boolean }>(
    `select id, version, category_id as category, appeals is not null as "isAppeal" from desk.submission
     where thread_id = $1 and number = $2 and case when appeals is not null then status = 'waiting'
       else kind in ${kindsWith('changesPost')} and status in ('waiting', 'returned') end
     order by id for update`,
    [thread, number],
  );
  return {
    edits: rows.flatMap(({ id, isAppeal }) => (isAppeal ? [] : [id])),
    appeals: rows.filter(({ isAppeal }) => isAppeal),
  };
}

/**
 * Locks what waits about the post, then the thread, and reads only then, so that two moderators who act at once are
 * answered one after the other.
 * @throws NotFound outside of the moderator's categories.
 */
export async function lockPost(
  tx: Transaction,
  moderator: Visitor,
  thread: number,
  number: number,
): Promise<LockedPost> {
  const waiting = await lockWaiting(tx, thread, number);
  // The lock is the one that counting a change takes too: a moderator who waited for a move must not act by rights in
  // the former category.
  const [place] = await tx.query<{ category: number }>(
    'select category_id as category from thread where id = $1 for no key update',
    [thread],
  );
  const { member } = moderator;
  if (place === undefined || member === null || !moderator.moderatesCategory(place.category)) throw new NotFound();
  const next = await nextChange(tx, thread);
  const [post] = await tx.query<Pick<LockedPost, 'change' | 'gone'>>(
    'select change, gone from post where thread_id = $1 and number = $2',
    [thread, number],
  );
  if (post === undefined) throw new NotFound();
  return { ...post, ...place, ...waiting, thread, number, member, next };
}

/** The text goes to the desk and a tombstone stays. Answers true. */
export async function takePostDown(
  tx: Transaction,
  post: LockedPost,
  { reason, remark }: { reason: string; remark: string | null },
  now: Date,
): Promise<true> {
  const { thread, number, category, member, edits, change, next } = post;
  const facts = await factsAt(tx, { thread, number });
  await tx.query(
    `insert into desk.removed_post (thread_id, number, title, author_id, author_name, author_role, source, html,
      excerpt,
       reply_to, removed_at, removed_by, reason, remark, edited_reason, edited_for, question, facts)
     select p.thread_id, p.number, case when ${TITLED} then t.title end, p.author_id, p.author_name, p.author_role,
       p.source, p.html, p.excerpt, p.reply_to, $3, $4, $5, $6, p.edited_reason, p.edited_for, p.question,
       $7::jsonb
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
    [thread, number, now, member.id, reason, remark, jsonOf(facts)],
  );
  await bury(tx, { thread, number, change: next, gone: 'taken-down', reason });
  await carryEdits(tx, edits, change, next);
  await adjustCounts(tx, { thread, category, posts: -1 });
  await tx.tell({ news: 'PostTakenDown', category, thread, number });
  return true;
}

/**
 * Puts the post back as it was, with the earlier texts that readers could read; an appeal against its taking down has
 * what it asked for. Answers false when the desk has nothing to put back.
 */
export async function putPostBack(
  tx: Transaction,
  { member, thread, number, category, edits, appeals, change, next }: LockedPost,
  now: Date,
): Promise<boolean> {
  const removed = await tx.repository(RemovedPostEntity).findOneBy({ threadId: thread, number });
  if (removed === null) return false;
  await tx.query(
    `update post p set author_id = r.author_id, author_name = r.author_name, author_role = r.author_role,
      source = r.source,
       html = r.html, excerpt = r.excerpt, reply_to = r.reply_to, edited_reason = r.edited_reason,
       edited_for = r.edited_for, gone = null, gone_reason = null, change = $3,
       question = r.question
     from desk.removed_post r where r.thread_id = p.thread_id and r.number = p.number and p.thread_id = $1
       and p.number = $2`,
    [thread, number, next],
  );
  if (removed.title !== null) {
    await tx
      .repository(ThreadEntity)
      .update({ id: thread }, { title: removed.title, slug: slugOf(removed.title), retired: false });
  }
  await putFacts(tx, { thread, number }, removed.facts, now);
  await tx.repository(RemovedPostEntity).delete({ threadId: thread, number });
  await showAgain(tx, thread, [number]);
  await carryEdits(tx, edits, change, next);
  await adjustCounts(tx, { thread, category, posts: 1 });
  await grantMoot(tx, appeals, member.id, now);
  await tx.tell({ news: 'PostChanged', category, thread, number });
  return true;
}
