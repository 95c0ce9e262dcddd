import type { Transaction } from '../../database/transaction.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { keepVersion } from '../../submissions/keep-version.js';
import type { Kind } from '../../submissions/kind.js';
import { mayWait } from '../../submissions/kinds.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';
import { stillCovered } from './still-covered.js';

/**
 * A submission goes back to the queue under its version, as before the decision: who decided, why and what was said
 * about it stand in the log. `baseChange` is where an edit finds its post now. @throws Conflict 'profile-waits' when
 * its author has sent another text of their page since: one waits at a time.
 */
export async function waitAgain(
  tx: Transaction,
  id: string,
  now: Date,
  baseChange: number | null = null,
): Promise<void> {
  const [read] = await tx.query<{ kind: Kind; author: number | null }>(
    'select kind, author_id as author from desk.submission where id = $1',
    [id],
  );
  if (read !== undefined) await mayWait(read.kind, tx, { author: read.author, id });
  await tx.query(
    `update desk.submission set status = 'waiting', decided_at = null, decided_by = null, reason = null,
      reasons = '{}', remark = null,
       changed_at = $2, base_change = coalesce($3, base_change) where id = $1`,
    [id, now, baseChange],
  );
}

/**
 * The same when the team's words had been accepted: the author's last words wait again, without what the team has
 * covered of their files. They make a new version, because one version never has two texts, and the team's stay in the
 * history.
 */
export async function authorsWordsAgain(tx: Transaction, id: string, now: Date): Promise<void> {
  const lists = await tx.query<{ documents: SaidDocument[] }>(
    `select documents from desk.submission_version where submission_id = $1 and version >= (
       select max(version) from desk.submission_version where submission_id = $1 and written_by = 'author')
     order by version`,
    [id],
  );
  const [own = [], ...since] = lists.map(({ documents }) => documents);
  const [row] = await tx.query<SubmissionRow>(
    `update desk.submission set version = version + 1, title = own_title, source = own_source, html = own_html,
      facts = own_facts, question = own_question, documents = $2
     from (select title, source, html, facts, question from desk.submission_version where submission_id = $1
       and written_by = 'author'
       order by version desc limit 1) own (own_title, own_source, own_html, own_facts, own_question)
     where id = $1 returning ${SUBMISSION_COLUMNS}`,
    [id, JSON.stringify(stillCovered(own, since))],
  );
  if (row === undefined) throw new Error(`submission ${id} has no words of its author`);
  await keepVersion(tx, row, { by: 'author', member: row.authorId }, now);
}
