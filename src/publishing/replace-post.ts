import type { Transaction } from '../database/transaction.js';
import { Conflict } from '../errors/errors.js';
import type { PlacedSubmission } from '../submissions/submission-row.js';
import { TITLED } from '../threads/article-row.js';
import { sameDocuments } from '../submissions/documents/attached.js';
import { putDocuments } from './documents/put-documents.js';
import type { Hand, Published } from './published.js';
import { putWords } from './put-words.js';
import { changeFacts } from './thread-facts.js';
import { keepRevision } from './revisions.js';
import { showProposals } from './show-proposals.js';

interface Standing {
  number: number;
  change: number;
  title: string | null;
}

/** One more change of the thread, whose row stays locked until the commit. */
export async function nextChange(tx: Transaction, thread: number): Promise<number> {
  const [row] = await tx.query<{ changes: number }>(
    'update thread set changes = changes + 1 where id = $1 returning changes',
    [thread],
  );
  if (row === undefined) throw new Error(`thread ${thread} is missing`);
  return row.changes;
}

async function standing(tx: Transaction, thread: number, submission: PlacedSubmission): Promise<Standing> {
  const [post] = await tx.query<Standing>(
    `select p.number, p.change, case when ${TITLED} then t.title end as title
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2 and p.gone is null`,
    [thread, submission.number],
  );
  if (post === undefined) throw new Conflict('already-gone');
  if (post.change !== submission.baseChange) throw new Conflict('changed-under-edit');
  return post;
}

/**
 * A file that came with an edit is published only if it is still the file that the moderator has read, and no other one
 * has taken its place since.
 */
async function mustBeInPlace(tx: Transaction, { documents, baseDocuments }: PlacedSubmission): Promise<void> {
  const fresh = documents.map(({ id }) => id).filter((id) => !baseDocuments.some((base) => base.id === id));
  if (fresh.length === 0) return;
  const rows = await tx.query('select from desk.file where id = any($1::uuid[]) and replaced_at is null', [fresh]);
  if (rows.length < fresh.length) throw new Conflict('changed-under-edit');
}

/** An edit takes the place of the published text, which becomes a revision. */
export async function replacePost(
  tx: Transaction,
  submission: PlacedSubmission,
  now: Date,
  hand: Hand,
): Promise<Published> {
  const thread = submission.thread ?? 0;
  const change = await nextChange(tx, thread);
  const post = await standing(tx, thread, submission);
  await mustBeInPlace(tx, submission);
  const place = { thread, number: post.number };
  const { baseFacts, facts } = submission;
  await keepRevision(tx, { ...place, title: post.title, facts: baseFacts, nextFacts: facts }, now, hand);
  await putWords(
    tx,
    place,
    {
      ...submission,
      editedAt: now,
      editedByTeam: hand === 'team',
      editedReason: null,
      editedFor: null,
    },
    { change, at: now },
  );
  if (!sameDocuments(submission.baseDocuments, submission.documents))
    await putDocuments(tx, place, submission.documents);
  await changeFacts(tx, place, { from: baseFacts, to: facts }, now);
  await showProposals(tx, thread, [post.number]);
  await tx.tell({ news: 'PostChanged', category: submission.category, ...place });
  return place;
}
