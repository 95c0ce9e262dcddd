import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { anchorNotes } from '../markup/anchor-notes.js';
import { excerpt } from '../markup/excerpt.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import { EXCERPT, type Hand, type Published } from './published.js';
import { replacePost } from './replace-post.js';
import { returnPost } from './return-post.js';
import { slugOf } from './slug.js';
import { countAccepted } from './take-back.js';

/** The row of the counter stays locked until the commit: threads of the whole forum get their ids one after the other. */
async function openThread(tx: Transaction, submission: SubmissionRow, now: Date): Promise<Published> {
  const [counter] = await tx.query<{ id: number }>(`update desk.counter set last = last + 1 where name = 'thread' returning last as id`);
  if (counter === undefined) throw new Error('the counter of threads is missing');
  const title = submission.title ?? '';
  await tx.query(
    `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at)
     values ($1, $2, $3, $4, 1, 1, $5, $5)`,
    [counter.id, submission.category, title, slugOf(title), now],
  );
  return { thread: counter.id, number: 1 };
}

async function nextInThread(tx: Transaction, submission: SubmissionRow, now: Date): Promise<Published> {
  const [place] = await tx.query<Published>(
    `update thread set last_number = last_number + 1, post_count = post_count + 1, last_post_at = $2
     where id = $1 and not retired returning id as thread, last_number as number`,
    [submission.thread, now],
  );
  if (place === undefined) throw new Conflict('thread-gone');
  return place;
}

async function addPost(tx: Transaction, submission: SubmissionRow, at: Published, now: Date, hand: Hand): Promise<void> {
  await tx.query(
    `insert into post (thread_id, category_id, number, author_id, author_name, author_role, source, html, excerpt, renderer_version, reply_to,
       written_at, published_at, edited_at, edited_by_team)
     select t.id, t.category_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz, case when $13 then $12::timestamptz end, $13
     from thread t where t.id = $1`,
    [
      at.thread, at.number, submission.authorId, submission.authorName, submission.authorRole, submission.source,
      anchorNotes(submission.html, `p${at.number}-`), excerpt(submission.html, EXCERPT), submission.rendererVersion,
      submission.replyTo, submission.writtenAt, now, hand === 'team',
    ],
  );
}

/** Always last, and the category before the account: two publications never wait for each other crosswise. */
async function count(tx: Transaction, submission: SubmissionRow, at: Published): Promise<void> {
  const threads = submission.kind === 'thread' ? 1 : 0;
  await tx.query('update category set thread_count = thread_count + $2, post_count = post_count + 1 where id = $1', [
    submission.category, threads,
  ]);
  await tx.query('update desk.submission set thread_id = $2, number = $3 where id = $1', [submission.id, at.thread, at.number]);
  await countAccepted(tx, submission.authorId, 1);
}

/**
 * The only door to what everyone reads: no other function writes a thread or a post into being. It is given a submission
 * that the same transaction has just settled as published, and numbers are given here and nowhere earlier. One that has
 * its number already was published before and taken back: it returns to its place, even where writing is over.
 *
 * What waited when its category was closed is still published: its author was in time.
 *
 * @throws Conflict when its thread was retired, or the post that it changes has changed or gone.
 */
export async function publish(tx: Transaction, submission: SubmissionRow, now: Date, hand: Hand): Promise<Published> {
  if (submission.kind !== 'edit' && submission.number !== null) return returnPost(tx, submission, now, hand);
  if (submission.kind === 'edit') return replacePost(tx, submission, now, hand);
  const opens = submission.kind === 'thread';
  const at = opens ? await openThread(tx, submission, now) : await nextInThread(tx, submission, now);
  await addPost(tx, submission, at, now, hand);
  await count(tx, submission, at);
  if (opens) await tx.tell({ news: 'ThreadPublished', category: submission.category, thread: at.thread });
  else await tx.tell({ news: 'PostPublished', category: submission.category, ...at });
  return at;
}
