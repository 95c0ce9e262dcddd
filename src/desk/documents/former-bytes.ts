import type { Transaction } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import { eraseFiles, forgetFile } from '../../submissions/documents/replace-file.js';
import { exchangeBytes } from '../../uploads/exchange-bytes.js';

/**
 * A document gets the bytes of the file that was made of it, and that file those of before: it belongs to the same
 * submission, is kept some days for an undo, and is in no list, so nobody is given it. Why it was covered is said
 * beside the bytes.
 */
export async function takeBytes(
  tx: Transaction,
  document: string,
  made: string,
  { reason, remark }: { reason: string | null; remark: string | null },
  now: Date,
): Promise<void> {
  await tx.query('update desk.file set covered_at = $2, covered_reason = $3, covered_for = $4 where id = $1', [
    made,
    now,
    reason,
    remark,
  ]);
  await exchangeBytes(tx, document, made);
  await askAgain(tx, document);
  await tx.query('update desk.file set former_of = $2, replaced_at = $3 where id = $1', [made, document, now]);
  await tx.query(
    'insert into desk.document (id, submission_id) select $1, submission_id from desk.document where id = $2',
    [made, document],
  );
}

/**
 * Nobody has the former bytes any more, those of earlier times included. Answers under which ids they lie, to be erased
 * once this is committed.
 */
export async function forgetFormerBytes(tx: Transaction, document: string): Promise<string[]> {
  const former = await tx.query<{ id: string; keptAs: string }>(
    'select id, coalesce(kept_as, id) as "keptAs" from desk.file where former_of = $1',
    [document],
  );
  const [own] = await tx.query<{ before: string | null }>(
    'select blacked_out as before from desk.file where id = $1',
    [document],
  );
  // What it was made of, before it was accepted.
  const before = own?.before == null ? [] : await forgetFile(tx, own.before);
  return [...(await eraseFiles(tx, former)), ...before];
}

/** On a row `d` of the log, in SQL: the file with the bytes that it has replaced, while it is kept. */
export const FORMER_FILE = `select f.id, f.former_of as document from desk.file f
  join desk.post_documents p on p.thread_id = d.thread_id and p.number = d.number
    and p.documents @> jsonb_build_array(jsonb_build_object('id', f.former_of))
  where f.former_of is not null and f.replaced_at = d.decided_at`;

/**
 * The bytes that a decision has replaced are the document's again, and those that took their place are nobody's.
 * Readers see it by what is done to the post's list after this. @throws Conflict 'former-gone'
 */
export async function putBytesBack(tx: Transaction, decision: string): Promise<void> {
  const [former] = await tx.query<{ id: string; document: string }>(
    `select f.* from desk.decision d cross join lateral (${FORMER_FILE} for update of f) f where d.id = $1::bigint`,
    [decision],
  );
  if (former === undefined) throw new Conflict('former-gone');
  await exchangeBytes(tx, former.document, former.id);
  await askAgain(tx, former.document);
  const [covered] = await tx.query<{ id: string; keptAs: string }>(
    'select id, coalesce(kept_as, id) as "keptAs" from desk.file where id = $1',
    [former.id],
  );
  await eraseFiles(tx, covered === undefined ? [] : [covered]);
}

/** Whoever has agreed with an edit in which the document stands has looked at other bytes than it has now. */
async function askAgain(tx: Transaction, document: string): Promise<void> {
  const waiting = await tx.query<{ submission: string; category: number }>(
    `delete from desk.agreement a using desk.submission s
     where s.id = a.submission_id and s.status = 'waiting' and s.version = a.version
       and s.documents @> jsonb_build_array(jsonb_build_object('id', $1::text))
     returning s.id as submission, s.category_id as category`,
    [document],
  );
  for (const each of waiting) await tx.tell({ news: 'QueueChanged', ...each });
}
