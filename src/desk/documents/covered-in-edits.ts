import type { Transaction } from '../../database/transaction.js';
import { eraseFiles, leaveFile } from '../../submissions/documents/replace-file.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { keepVersion } from '../../submissions/keep-version.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../../submissions/submission-row.js';

/** Who gives a document other bytes, and whether nobody is to have those of before. */
interface ByWhom {
  member: number;
  forget: boolean;
}

/**
 * Files that edits had made of a document, to cover something else, still show what it shows no more: the document
 * takes its place in their lists again, as a version of the team. Answers the edits that have not named any of them,
 * and under which ids bytes lie that are nobody's now.
 */
export async function leaveCovered(
  tx: Transaction,
  document: string,
  edits: readonly string[],
  { member, forget }: ByWhom,
  now: Date,
): Promise<{ others: string[]; gone: string[] }> {
  const made = await tx.query<{ id: string; keptAs: string }>(
    `with recursive made (id) as (
       select id from desk.file where blacked_out = $1
       union select f.id from desk.file f join made m on f.blacked_out = m.id)
     select f.id, coalesce(f.kept_as, f.id) as "keptAs" from desk.file f join made m on m.id = f.id
     where not exists (select from desk.post_documents p
       where p.documents @> jsonb_build_array(jsonb_build_object('id', f.id)))`,
    [document],
  );
  const ids = new Set(made.map(({ id }) => id));
  const rows = await tx.query<SubmissionRow>(
    `select ${SUBMISSION_COLUMNS} from desk.submission where id = any($1::uuid[])`,
    [edits],
  );
  const naming = rows.filter(({ documents }) => documents.some(({ id }) => ids.has(id)));
  for (const row of naming) await putInstead(tx, row, withDocument(row.documents, ids, document), member, now);
  for (const id of forget ? [] : ids) await leaveFile(tx, id, now);
  return {
    others: edits.filter((edit) => !naming.some(({ id }) => id === edit)),
    gone: forget ? await eraseFiles(tx, made) : [],
  };
}

/** One that came back to its author stays with them. */
async function putInstead(
  tx: Transaction,
  { id }: SubmissionRow,
  documents: readonly SaidDocument[],
  member: number,
  now: Date,
): Promise<void> {
  const [row] = await tx.query<SubmissionRow>(
    `update desk.submission set documents = $2, version = version + 1, changed_at = $3 where id = $1
     returning ${SUBMISSION_COLUMNS}`,
    [id, JSON.stringify(documents), now],
  );
  if (row === undefined) throw new Error(`edit ${id} is missing`);
  await keepVersion(tx, row, { by: 'team', member }, now);
  await tx.tell({ news: 'QueueChanged', category: row.category, submission: id });
}

function withDocument(documents: readonly SaidDocument[], made: Set<string>, document: string): SaidDocument[] {
  const list = documents.map((said) => (made.has(said.id) ? { ...said, id: document } : said));
  return list.filter(({ id }, at) => list.findIndex((said) => said.id === id) === at);
}
