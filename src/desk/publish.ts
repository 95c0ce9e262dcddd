import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { anchorNotes } from '../markup/anchor-notes.js';
import { excerpt } from '../markup/excerpt.js';
import { placed, type PlacedSubmission, type SubmissionRow } from '../submissions/submission-row.js';
import { sectionFor } from './articles/section-for.js';
import { openThread } from './open-thread.js';
import { publishProfile } from './people/profiles.js';
import { EXCERPT, type Hand, type Published } from './published.js';
import { replacePost } from './replace-post.js';
import { returnPost } from './return-post.js';
import { countAccepted } from './take-back.js';

/** How it becomes public. */
export interface Publication {
  hand: Hand;
  /** Brought from elsewhere under the date that it had there: nobody is told, and so no mail leaves. */
  quiet?: boolean;
  /** A further anchor of the post. */
  anchor?: string | null;
}

type Place = Published & { opens: boolean };

async function nextInThread(tx: Transaction, thread: number | null, at: Date): Promise<Place> {
  const [place] = await tx.query<Published>(
    `update thread set last_number = last_number + 1, post_count = post_count + 1, last_post_at = greatest(last_post_at, $2)
     where id = $1 and not retired returning id as thread, last_number as number`,
    [thread, at],
  );
  if (place === undefined) throw new Conflict('thread-gone');
  return { ...place, opens: false };
}

/** Where its article's section is by now, whatever it was when the comment was sent; the first one opens it. */
async function nextInSection(tx: Transaction, submission: PlacedSubmission, at: Date): Promise<Place> {
  const { article, category, title, thread } = await sectionFor(tx, submission);
  if (thread !== null) return nextInThread(tx, thread, at);
  const opened = await openThread(tx, { category, title, ofArticle: true }, at);
  await tx.query('update article set thread_id = $2 where id = $1', [article, opened]);
  return { ...(await nextInThread(tx, opened, at)), opens: true };
}

async function placeFor(tx: Transaction, submission: PlacedSubmission, at: Date): Promise<Place> {
  if (submission.kind === 'comment') return nextInSection(tx, submission, at);
  if (submission.kind !== 'thread') return nextInThread(tx, submission.thread, at);
  const opened = await openThread(tx, { category: submission.category, title: submission.title ?? '', ofArticle: false }, at);
  return { ...(await nextInThread(tx, opened, at)), opens: true };
}

/** A branch hangs on the first comment that answers none; an answer to another thread's numbers answers nothing here. */
async function addPost(tx: Transaction, submission: PlacedSubmission, { thread, number }: Place, at: Date, { hand, anchor }: Publication): Promise<void> {
  const replyTo = submission.thread === thread ? submission.replyTo : null;
  await tx.query(
    `insert into post (thread_id, category_id, number, author_id, author_name, author_role, source, html, excerpt, renderer_version, reply_to,
       written_at, published_at, edited_at, edited_by_team, anchor, root)
     select t.id, t.category_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz, case when $13 then $12::timestamptz end, $13, $14,
       case when t.of_article then coalesce((select coalesce(p.root, p.number) from post p where p.thread_id = t.id and p.number = $10), $2) end
     from thread t where t.id = $1`,
    [
      thread, number, submission.authorId, submission.authorName, submission.authorRole, submission.source,
      anchorNotes(submission.html, `p${number}-`), excerpt(submission.html, EXCERPT), submission.rendererVersion,
      replyTo, submission.writtenAt, at, hand === 'team', anchor ?? null,
    ],
  );
}

/** Always last, and the category before the account: two publications never wait for each other crosswise. */
async function count(tx: Transaction, submission: PlacedSubmission, { thread, number, opens }: Place): Promise<void> {
  await tx.query(
    `update category set thread_count = thread_count + $2, post_count = post_count + 1
     where id = (select category_id from thread where id = $1)`,
    [thread, opens ? 1 : 0],
  );
  await tx.query('update desk.submission set thread_id = $2, number = $3 where id = $1', [submission.id, thread, number]);
  await countAccepted(tx, submission.authorId, 1);
}

/**
 * The only door to what everyone reads: no other function writes a thread or a post into being. It is given a submission
 * that the same transaction has just settled as published, and numbers are given here and nowhere earlier. One that has
 * its number already was published before and taken back: it returns to its place, even where writing is over. Null for
 * the text of a member's page, which stands in no thread.
 *
 * What waited when its category was closed is still published: its author was in time.
 *
 * @throws Conflict when its thread was retired or its article removed, or the post that it changes has changed or gone.
 */
export async function publish(tx: Transaction, submission: SubmissionRow, at: Date, how: Publication): Promise<Published | null> {
  if (submission.kind !== 'profile') return publishInThread(tx, placed(submission), at, how);
  await publishProfile(tx, submission, at);
  return null;
}

async function publishInThread(tx: Transaction, submission: PlacedSubmission, at: Date, how: Publication): Promise<Published> {
  if (submission.kind !== 'edit' && submission.number !== null) return returnPost(tx, submission, at, how.hand);
  if (submission.kind === 'edit') return replacePost(tx, submission, at, how.hand);
  const place = await placeFor(tx, submission, at);
  await addPost(tx, submission, place, at, how);
  await count(tx, submission, place);
  const { thread, number, opens } = place;
  if (how.quiet === true) return { thread, number };
  const { category } = submission;
  await tx.tell(opens ? { news: 'ThreadPublished', category, thread } : { news: 'PostPublished', category, thread, number });
  return { thread, number };
}
