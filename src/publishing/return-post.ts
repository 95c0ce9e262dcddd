import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { excerpt } from '../markup/excerpt.js';
import type { PlacedSubmission } from '../submissions/submission-row.js';
import { PostEntity } from '../threads/post.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import { adjustCounts } from './bury.js';
import { carryEdits, lockEdits } from './carry-edits.js';
import { putDocuments } from './documents/put-documents.js';
import { EXCERPT, type Hand, type Published } from './published.js';
import { publicHtml } from './public-html.js';
import { nextChange } from './replace-post.js';
import { slugOf } from './slug.js';
import { putFacts } from './thread-facts.js';
import { countAccepted } from './count-accepted.js';

/** Whether the words are those that were public before: then edits that were written about them still fit. */
async function sameWords(tx: Transaction, { id, version }: PlacedSubmission): Promise<boolean> {
  const [row] = await tx.query<{ version: number }>(
    `select d.version from desk.decision d join desk.decision u on u.undoes = d.id
     where d.submission_id = $1 and d.decision in ('accept', 'edit-and-accept', 'publish') order by u.id desc limit 1`,
    [id],
  );
  return row?.version === version;
}

/**
 * A submission whose acceptance was undone is accepted again: it returns under its number and the date of its first
 * publication, since both are in addresses and in the order of the thread. Its text is what is accepted now.
 *
 * @throws Conflict when its tombstone is not there any more.
 */
export async function returnPost(
  tx: Transaction,
  submission: PlacedSubmission,
  now: Date,
  hand: Hand,
): Promise<Published> {
  const { thread, number, category, title } = submission;
  if (thread === null || number === null) throw new Error(`submission ${submission.id} was never published`);
  const edits = await lockEdits(tx, thread, number);
  const change = await nextChange(tx, thread);
  const [was] = await tx.query<{ change: number }>(
    `select change from post p where thread_id = $1 and number = $2 and gone = 'taken-down' and gone_reason is null
     and not exists (select 1 from desk.removed_post r where r.thread_id = p.thread_id and r.number = p.number)`,
    [thread, number],
  );
  if (was === undefined) throw new Conflict('already-gone');
  const { authorId, authorName, authorRole, source, html, rendererVersion, replyTo, question } = submission;
  await tx.repository(PostEntity).update(
    { threadId: thread, number },
    {
      authorId,
      authorName,
      authorRole,
      source,
      html: await publicHtml(tx, html, number),
      excerpt: excerpt(html, EXCERPT),
      rendererVersion,
      replyTo,
      question,
      editedAt: hand === 'team' ? now : null,
      editedByTeam: hand === 'team',
      gone: null,
      change,
    },
  );
  await putDocuments(tx, { thread, number }, submission.documents);
  if (number === 1 && title !== null)
    await tx.repository(ThreadEntity).update({ id: thread }, { title, slug: slugOf(title), retired: false });
  await putFacts(tx, { thread, number }, submission.facts, now);
  if (await sameWords(tx, submission)) await carryEdits(tx, edits, was.change, change);
  await adjustCounts(tx, { thread, category, posts: 1 });
  await countAccepted(tx, submission.authorId, 1);
  await tx.tell({ news: 'PostChanged', category, thread, number });
  return { thread, number };
}
