import { together } from '../database/together.js';
import type { Transaction } from '../database/transaction.js';
import { excerpt } from '../markup/excerpt.js';
import { placed, type PlacedSubmission } from '../submissions/submission-row.js';
import { countAccepted } from './count-accepted.js';
import { putDocuments } from './documents/put-documents.js';
import type { NextPlace, PlaceFinder } from './next-place.js';
import { EXCERPT, type Published } from './published.js';
import type { Publication, PublishingKind } from './publishing-kind.js';
import { putFacts } from './thread-facts.js';
import { publicHtml } from './public-html.js';
import { returnPost } from './return-post.js';

/**
 * The root of a branch is the comment that answers no other; a number from another thread counts as no answer here.
 */
function addPost(
  tx: Transaction,
  submission: PlacedSubmission & { publicHtml: string; excerpt: string },
  { thread, number }: NextPlace,
  at: Date,
  { hand, anchor }: Publication,
): Promise<unknown> {
  const replyTo = submission.thread === thread ? submission.replyTo : null;
  return tx.query(
    `insert into post (thread_id, category_id, number, author_id, author_name, author_role, source, html, excerpt,
      renderer_version, reply_to,
       written_at, published_at, edited_at, edited_by_team, anchor, question, root)
     select t.id, t.category_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz,
       case when $13 then $12::timestamptz end, $13, $14, $15,
       case when t.of_article then coalesce((select coalesce(p.root, p.number) from post p where p.thread_id = t.id
         and p.number = $10), $2) end
     from thread t where t.id = $1`,
    [
      thread,
      number,
      submission.authorId,
      submission.authorName,
      submission.authorRole,
      submission.source,
      submission.publicHtml,
      submission.excerpt,
      submission.rendererVersion,
      replyTo,
      submission.writtenAt,
      at,
      hand === 'team',
      anchor ?? null,
      submission.question,
    ],
  );
}

/** Says of the submission where it stands; one that is only held is settled there. */
function settled(
  tx: Transaction,
  { id }: PlacedSubmission,
  at: Published,
  held: Publication['held'],
): Promise<unknown> {
  if (held !== undefined) return held.settle();
  return tx.query('update desk.submission set thread_id = $2, number = $3 where id = $1', [id, at.thread, at.number]);
}

/** Always last, and the category before the account: two publications never wait for each other crosswise. */
function count(tx: Transaction, submission: PlacedSubmission, { thread, opens }: NextPlace): Promise<unknown>[] {
  const category = tx.query(
    `update category set thread_count = thread_count + $2, post_count = post_count + 1
     where id = (select category_id from thread where id = $1)`,
    [thread, opens ? 1 : 0],
  );
  return [category, countAccepted(tx, submission.authorId, 1)];
}

/** What publish() does with a message: `placeFor` gives it a thread and a number, unless it had them before. */
export function asPost(placeFor: PlaceFinder): PublishingKind['publish'] {
  return async (tx, row, now, how) => {
    const submission = placed(row);
    if (submission.number !== null) return returnPost(tx, submission, now, how.hand);
    // Before others have to wait for the thread.
    const short = excerpt(submission.html, EXCERPT);
    const place = how.held === undefined ? await placeFor(tx, submission, now) : { ...how.held.place, opens: false };
    const html = await publicHtml(tx, submission.html, place.number);
    const { thread, number, opens } = place;
    const { category } = submission;
    if (how.quiet !== true)
      await tx.tell(
        opens ? { news: 'ThreadPublished', category, thread } : { news: 'PostPublished', category, thread, number },
      );
    const added = addPost(tx, { ...submission, publicHtml: html, excerpt: short }, place, now, how);
    if (submission.documents.length > 0 || submission.facts !== null) {
      await added;
      if (submission.documents.length > 0) await putDocuments(tx, place, submission.documents);
      await putFacts(tx, place, submission.facts, now);
    }
    const at = { thread, number };
    // None of these needs what the one before it answers, so that all of them are sent at once, in this order.
    await together([added, ...count(tx, submission, place), settled(tx, submission, at, how.held)]);
    return at;
  };
}
