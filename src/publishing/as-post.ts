import type { Transaction } from '../database/transaction.js';
import { excerpt } from '../markup/excerpt.js';
import { placed, type PlacedSubmission } from '../submissions/submission-row.js';
import { countAccepted } from './count-accepted.js';
import { putDocuments } from './documents/put-documents.js';
import type { NextPlace, PlaceFinder } from './next-place.js';
import { EXCERPT } from './published.js';
import type { Publication, PublishingKind } from './publishing-kind.js';
import { putFacts } from './thread-facts.js';
import { publicHtml } from './public-html.js';
import { returnPost } from './return-post.js';

/**
 * The root of a branch is the comment that answers no other; a number from another thread counts as no answer here.
 */
async function addPost(
  tx: Transaction,
  submission: PlacedSubmission,
  { thread, number }: NextPlace,
  at: Date,
  { hand, anchor }: Publication,
): Promise<void> {
  const replyTo = submission.thread === thread ? submission.replyTo : null;
  await tx.query(
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
      await publicHtml(tx, submission.html, number),
      excerpt(submission.html, EXCERPT),
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

/** Always last, and the category before the account: two publications never wait for each other crosswise. */
async function count(
  tx: Transaction,
  submission: PlacedSubmission,
  { thread, number, opens }: NextPlace,
): Promise<void> {
  await tx.query(
    `update category set thread_count = thread_count + $2, post_count = post_count + 1
     where id = (select category_id from thread where id = $1)`,
    [thread, opens ? 1 : 0],
  );
  await tx.query('update desk.submission set thread_id = $2, number = $3 where id = $1', [
    submission.id,
    thread,
    number,
  ]);
  await countAccepted(tx, submission.authorId, 1);
}

/** What publish() does with a message: `placeFor` gives it a thread and a number, unless it had them before. */
export function asPost(placeFor: PlaceFinder): PublishingKind['publish'] {
  return async (tx, row, at, how) => {
    const submission = placed(row);
    if (submission.number !== null) return returnPost(tx, submission, at, how.hand);
    const place = await placeFor(tx, submission, at);
    await addPost(tx, submission, place, at, how);
    if (submission.documents.length > 0) await putDocuments(tx, place, submission.documents);
    await putFacts(tx, place, submission.facts, at);
    await count(tx, submission, place);
    const { thread, number, opens } = place;
    if (how.quiet === true) return { thread, number };
    const { category } = submission;
    await tx.tell(
      opens ? { news: 'ThreadPublished', category, thread } : { news: 'PostPublished', category, thread, number },
    );
    return { thread, number };
  };
}
