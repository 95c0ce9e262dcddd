import type { Transaction } from '../database/transaction.js';
import { NotFound } from '../errors/errors.js';
import { TITLED } from '../threads/article-row.js';
import type { Identity, Visitor } from '../visitors/visitor.js';
import { bury, recount } from './bury.js';
import { carryEdits, lockEdits } from './carry-edits.js';
import { nextChange } from './replace-post.js';
import { slugOf } from './slug.js';

/** A post with its thread and the edits that wait for it, all locked until the commit. */
export interface LockedPost {
  member: Identity;
  category: number;
  thread: number;
  number: number;
  gone: 'taken-down' | 'withdrawn' | 'moved' | null;
  edits: string[];
  /** Its change now, and the one that it gets. */
  change: number;
  next: number;
}

/**
 * Locks the edits, then the thread, and then asks, so that two who act at once are answered one after the other.
 * @throws NotFound outside of the moderator's categories.
 */
export async function lockPost(tx: Transaction, moderator: Visitor, thread: number, number: number): Promise<LockedPost> {
  const edits = await lockEdits(tx, thread, number);
  // With the lock that counting a change takes too: whoever waited for a move must not act in the category of before.
  const [place] = await tx.query<{ category: number }>('select category_id as category from thread where id = $1 for no key update', [thread]);
  const { member } = moderator;
  if (place === undefined || member === null || !moderator.moderatesCategory(place.category)) throw new NotFound();
  const next = await nextChange(tx, thread);
  const [post] = await tx.query<Pick<LockedPost, 'change' | 'gone'>>(
    'select change, gone from post where thread_id = $1 and number = $2', [thread, number],
  );
  if (post === undefined) throw new NotFound();
  return { ...post, ...place, thread, number, member, edits, next };
}

/** The text goes to the desk and a tombstone stays. Answers true. */
export async function takePostDown(
  tx: Transaction, post: LockedPost, { reason, remark }: { reason: string; remark: string | null }, now: Date,
): Promise<true> {
  const { thread, number, category, member, edits, change, next } = post;
  await tx.query(
    `insert into desk.removed_post (thread_id, number, title, author_id, author_name, author_role, source, html, excerpt,
       reply_to, removed_at, removed_by, reason, remark, edited_reason, edited_for)
     select p.thread_id, p.number, case when ${TITLED} then t.title end, p.author_id, p.author_name, p.author_role,
       p.source, p.html, p.excerpt, p.reply_to, $3, $4, $5, $6, p.edited_reason, p.edited_for
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
    [thread, number, now, member.id, reason, remark],
  );
  await bury(tx, { thread, number, change: next, gone: 'taken-down', reason });
  await carryEdits(tx, edits, change, next);
  await recount(tx, { thread, category, posts: -1 });
  await tx.tell({ news: 'PostTakenDown', category, thread, number });
  return true;
}

/** Everything as it was. Answers false when the desk has nothing to put back. */
export async function putPostBack(tx: Transaction, { thread, number, category, edits, change, next }: LockedPost): Promise<boolean> {
  const [removed] = await tx.query<{ title: string | null }>(
    'select title from desk.removed_post where thread_id = $1 and number = $2', [thread, number],
  );
  if (removed === undefined) return false;
  await tx.query(
    `update post p set author_id = r.author_id, author_name = r.author_name, author_role = r.author_role, source = r.source,
       html = r.html, excerpt = r.excerpt, reply_to = r.reply_to, edited_reason = r.edited_reason,
       edited_for = r.edited_for, gone = null, gone_reason = null, change = $3
     from desk.removed_post r where r.thread_id = p.thread_id and r.number = p.number and p.thread_id = $1 and p.number = $2`,
    [thread, number, next],
  );
  if (removed.title !== null) {
    await tx.query('update thread set title = $2, slug = $3, retired = false where id = $1', [thread, removed.title, slugOf(removed.title)]);
  }
  await tx.query('delete from desk.removed_post where thread_id = $1 and number = $2', [thread, number]);
  await carryEdits(tx, edits, change, next);
  await recount(tx, { thread, category, posts: 1 });
  await tx.tell({ news: 'PostChanged', category, thread, number });
  return true;
}
