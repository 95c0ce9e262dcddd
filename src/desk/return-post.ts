import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { anchorNotes } from '../markup/anchor-notes.js';
import { excerpt } from '../markup/excerpt.js';
import type { PlacedSubmission } from '../submissions/submission-row.js';
import { recount } from './bury.js';
import { carryEdits, lockEdits } from './carry-edits.js';
import { EXCERPT, type Hand, type Published } from './published.js';
import { nextChange } from './replace-post.js';
import { slugOf } from './slug.js';
import { countAccepted } from './take-back.js';

/** Whether the words are those that were public before: then edits that were written about them still are. */
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
export async function returnPost(tx: Transaction, submission: PlacedSubmission, now: Date, hand: Hand): Promise<Published> {
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
  await tx.query(
    `update post set author_id = $3, author_name = $4, author_role = $5, source = $6, html = $7, excerpt = $8, renderer_version = $9,
       reply_to = $10, edited_at = case when $12 then $11::timestamptz end, edited_by_team = $12, gone = null, change = $13
     where thread_id = $1 and number = $2`,
    [
      thread, number, submission.authorId, submission.authorName, submission.authorRole, submission.source,
      anchorNotes(submission.html, `p${number}-`), excerpt(submission.html, EXCERPT), submission.rendererVersion, submission.replyTo,
      now, hand === 'team', change,
    ],
  );
  if (number === 1 && title !== null) {
    await tx.query('update thread set title = $2, slug = $3, retired = false where id = $1', [thread, title, slugOf(title)]);
  }
  if (await sameWords(tx, submission)) await carryEdits(tx, edits, was.change, change);
  await recount(tx, { thread, category, posts: 1 });
  await countAccepted(tx, submission.authorId, 1);
  await tx.tell({ news: 'PostChanged', category, thread, number });
  return { thread, number };
}
