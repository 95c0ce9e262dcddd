import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import { anchorNotes } from '../markup/anchor-notes.js';
import { excerpt } from '../markup/excerpt.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import { EXCERPT, type Hand, type Published } from './published.js';
import { slugOf } from './slug.js';

interface Standing {
  number: number;
  change: number;
  title: string | null;
}

/** One more change of the thread, whose row stays locked until the commit. */
export async function nextChange(tx: Transaction, thread: number): Promise<number> {
  const [row] = await tx.query<{ changes: number }>('update thread set changes = changes + 1 where id = $1 returning changes', [thread]);
  if (row === undefined) throw new Error(`thread ${thread} is missing`);
  return row.changes;
}

async function standing(tx: Transaction, thread: number, submission: SubmissionRow): Promise<Standing> {
  const [post] = await tx.query<Standing>(
    `select p.number, p.change, case when p.number = 1 then t.title end as title
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2 and p.gone is null`,
    [thread, submission.number],
  );
  if (post === undefined) throw new Conflict('already-gone');
  if (post.change !== submission.baseChange) throw new Conflict('changed-under-edit');
  return post;
}

async function keepRevision(tx: Transaction, thread: number, post: Standing, now: Date, hand: Hand): Promise<void> {
  const [kept] = await tx.query<{ revision: number }>(
    `insert into desk.revision (thread_id, number, revision, title, source, html, replaced_at, replaced_by, renderer_version,
       edited_at, edited_by_team)
     select $1, $2, (select coalesce(max(revision), 0) + 1 from desk.revision where thread_id = $1 and number = $2), $3, p.source,
       p.html, $4, $5, p.renderer_version, p.edited_at, p.edited_by_team
     from post p where p.thread_id = $1 and p.number = $2
     returning revision`,
    [thread, post.number, post.title, now, hand],
  );
  if (hand === 'team') await hideRevisions(tx, thread, post.number);
  else await showRevision(tx, thread, post.number, kept?.revision ?? 0);
}

/** What the team has changed may stand in every text before it, too. */
async function hideRevisions(tx: Transaction, thread: number, number: number): Promise<void> {
  await tx.query('delete from public.revision where thread_id = $1 and number = $2', [thread, number]);
}

/** Only where the category lets readers see what an author has changed; what was replaced before it did stays at the desk. */
async function showRevision(tx: Transaction, thread: number, number: number, revision: number): Promise<void> {
  await tx.query(
    `insert into public.revision (thread_id, number, revision, title, source, html, replaced_at)
     select r.thread_id, r.number, r.revision, r.title, r.source, r.html, r.replaced_at
     from desk.revision r join thread t on t.id = r.thread_id join category c on c.id = t.category_id and c.history
     where r.thread_id = $1 and r.number = $2 and r.revision = $3`,
    [thread, number, revision],
  );
}

/** An edit takes the place of the published text, which becomes a revision. */
export async function replacePost(tx: Transaction, submission: SubmissionRow, now: Date, hand: Hand): Promise<Published> {
  const thread = submission.thread ?? 0;
  const change = await nextChange(tx, thread);
  const post = await standing(tx, thread, submission);
  await keepRevision(tx, thread, post, now, hand);
  await tx.query(
    `update post set source = $3, html = $4, excerpt = $5, renderer_version = $6, edited_at = $7, edited_by_team = $8, change = $9
     where thread_id = $1 and number = $2`,
    [
      thread, post.number, submission.source, anchorNotes(submission.html, `p${post.number}-`), excerpt(submission.html, EXCERPT),
      submission.rendererVersion, now, hand === 'team', change,
    ],
  );
  if (post.number === 1 && submission.title !== null) {
    await tx.query('update thread set title = $2, slug = $3 where id = $1', [thread, submission.title, slugOf(submission.title)]);
  }
  await tx.tell({ news: 'PostChanged', category: submission.category, thread, number: post.number });
  return { thread, number: post.number };
}
