import type { Transaction } from '../database/transaction.js';
import { jsonOf } from './thread-facts/facts.js';
import type { SubmissionRow } from './submission-row.js';

/** Keeps the words that a submission has now as one of its versions. In SQL, because every sending waits for it. */
export async function keepVersion(
  tx: Transaction,
  row: SubmissionRow,
  written: { by: 'author' | 'team'; member: number | null },
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into desk.submission_version (submission_id, version, title, source, html, written_by, member_id,
      written_at, facts, documents, question)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.version,
      row.title,
      row.source,
      row.html,
      written.by,
      written.member,
      now,
      jsonOf(row.facts),
      JSON.stringify(row.documents),
      row.question,
    ],
  );
}
