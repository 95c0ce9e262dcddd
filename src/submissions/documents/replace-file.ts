import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { putDown } from '../../jobs/jobs.js';
import { ERASE_FILES } from '../../uploads/keeping.js';
import type { SaidDocument } from './said-document.js';

/** A file of which another one is made, as it was read: its bytes may have become others meanwhile. */
export interface FormerFile {
  id: string;
  hash: string;
  /** Of its submission. */
  version: number;
}

/**
 * A file that was made of another one belongs to the same submission, and says what it was made of. The submission is
 * locked before the file, as in every place. @throws Conflict where it was made of bytes that are not there any more
 */
export async function attachMade(
  tx: Transaction,
  submission: string,
  made: string,
  { id: former, hash, version }: FormerFile,
): Promise<void> {
  const same = await tx.query(`select from desk.file where id = $1 and encode(hash, 'hex') = $2 for no key update`, [
    former,
    hash,
  ]);
  if (same.length === 0) throw new Conflict('changed-since', { version });
  await tx.query('insert into desk.document (id, submission_id) values ($1, $2)', [made, submission]);
  await tx.query('update desk.file set blacked_out = $2 where id = $1', [made, former]);
}

/** The list with one file in the place of another. */
export function withInstead(documents: readonly SaidDocument[], former: string, made: string): SaidDocument[] {
  return documents.map((said) => (said.id === former ? { ...said, id: made } : said));
}

/** Another one stands in its place: it goes some days later, and can be put back until then. */
export async function leaveFile(tx: Transaction, file: string, now: Date): Promise<void> {
  await tx.query('update desk.file set replaced_at = $2 where id = $1', [file, now]);
}

/**
 * It goes at once, with all that it was made of and was made of it in vain: nobody has them any more. One that stands
 * in a published post stays until it stands there no longer. Answers under which ids bytes lie that are nobody's now.
 */
export async function forgetFile(tx: Transaction, file: string): Promise<string[]> {
  const gone = await tx.query<{ id: string; keptAs: string; stands: boolean }>(
    `with recursive kin (id) as (
       select $1::uuid
       union select case when f.id = k.id then f.blacked_out else f.id end
         from desk.file f join kin k on k.id in (f.id, f.blacked_out) where f.blacked_out is not null)
     update desk.file f set replaced_at = to_timestamp(0) from kin k
     where f.id = k.id and (f.id = $1 or f.replaced_at is not null)
     returning f.id, coalesce(f.kept_as, f.id) as "keptAs", exists (select from desk.post_documents p
       where p.documents @> jsonb_build_array(jsonb_build_object('id', f.id))) as stands`,
    [file],
  );
  return eraseFiles(
    tx,
    gone.filter(({ stands }) => !stands),
  );
}

/**
 * Their rows and words. Their bytes are for the caller to erase once this is committed, by the ids that are answered;
 * the job does it after a crash.
 */
export async function eraseFiles(
  tx: Transaction,
  files: readonly { id: string; keptAs: string }[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const erased = files.map(({ id }) => id);
  // What was made of them was made of what they were made of, too.
  await tx.query(
    `with recursive up (id, former) as (
       select id, blacked_out from desk.file where blacked_out = any($1::uuid[]) and id <> all($1::uuid[])
       union all select up.id, f.blacked_out from up join desk.file f on f.id = up.former where f.id = any($1::uuid[]))
     update desk.file f set blacked_out = up.former from up
     where f.id = up.id and up.former <> all($1::uuid[])`,
    [erased],
  );
  await tx.query('delete from desk.file where id = any($1::uuid[])', [erased]);
  const ids = files.map(({ keptAs }) => keptAs);
  await putDown(tx, ERASE_FILES, { ids });
  return ids;
}
