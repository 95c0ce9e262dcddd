import type { Transaction } from '../../database/transaction.js';
import { NotFound } from '../../errors/errors.js';
import type { Published } from '../../publishing/published.js';
import { type PostWords, putWords } from '../../publishing/put-words.js';
import { keepRevision } from '../../publishing/revisions.js';
import { showProposals } from '../../publishing/show-proposals.js';
import { standingFacts } from '../../submissions/thread-facts/facts-reading.js';
import { TITLED } from '../../threads/article-row.js';

/** Why the team has changed a post, as everybody reads it. */
interface Why {
  reason: string | null;
  remark: string | null;
}

/**
 * An edit by the team that leaves the words as they are: what stood is kept as a revision, and everybody reads that the
 * team did it and why.
 */
export async function markTeamEdit(
  tx: Transaction,
  at: Published,
  { reason, remark }: Why,
  change: number,
  now: Date,
): Promise<void> {
  const [standing] = await tx.query<Pick<PostWords, 'title' | 'source' | 'html' | 'rendererVersion' | 'question'>>(
    `select case when ${TITLED} then t.title end as title, p.source, p.html,
       p.renderer_version as "rendererVersion", p.question
     from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.number = $2`,
    [at.thread, at.number],
  );
  if (standing === undefined) throw new NotFound();
  const facts = await standingFacts(tx, at);
  await keepRevision(tx, { ...at, title: standing.title, facts, nextFacts: facts }, now, 'team');
  const marks = { editedAt: now, editedByTeam: true, editedReason: reason, editedFor: remark };
  await putWords(tx, at, { ...standing, ...marks }, { change, at: now });
  await showProposals(tx, at.thread, [at.number]);
}

/** The author may have the follow page of the post open. */
export async function tellItsAuthor(tx: Transaction, category: number, { thread, number }: Published): Promise<void> {
  const sent = await tx.query<{ submission: string }>(
    `select id as submission from desk.submission where thread_id = $1 and number = $2 and status = 'published'`,
    [thread, number],
  );
  for (const { submission } of sent) await tx.tell({ news: 'QueueChanged', category, submission });
}
