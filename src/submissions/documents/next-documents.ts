import type { Transaction } from '../../database/transaction.js';
import { keepVersion } from '../keep-version.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../submission-row.js';
import type { SaidDocument } from './said-document.js';

/** Who gives a submission other documents. The team's stay where they wait, an author's wait again. */
interface ByWhom {
  by: 'author' | 'team';
  member: number | null;
}

/**
 * Other documents make the next version of something that waits, since a decision names the version that was read;
 * its words stay. Null where `version` does not wait any more.
 */
export async function putNextDocuments(
  tx: Transaction,
  { submission, version }: { submission: string; version: number },
  documents: readonly SaidDocument[],
  { by, member }: ByWhom,
  now: Date,
): Promise<SubmissionRow | null> {
  const states = by === 'author' ? ['waiting', 'returned'] : ['waiting'];
  const [row] = await tx.query<SubmissionRow>(
    `update desk.submission set documents = $3, version = version + 1, changed_at = $4, status = 'waiting',
       decided_at = null, decided_by = null, reason = null, reasons = '{}', remark = null
     where id = $1 and version = $2 and status = any($5) returning ${SUBMISSION_COLUMNS}`,
    [submission, version, JSON.stringify(documents), now, states],
  );
  if (row === undefined) return null;
  await keepVersion(tx, row, { by, member: by === 'author' ? row.authorId : member }, now);
  await tx.tell({ news: 'QueueChanged', category: row.category, submission });
  return row;
}
