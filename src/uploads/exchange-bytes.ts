import type { Transaction } from '../database/transaction.js';

/**
 * Exchanges two cleaned files: bytes, words, what was found in them and whether the team has covered some. Their ids
 * stay, and with these all that names them: lists of versions, posts, reports, addresses.
 */
export async function exchangeBytes(tx: Transaction, one: string, other: string): Promise<void> {
  const changed = await tx.query(
    `update desk.file f set kept_as = coalesce(o.kept_as, o.id), kind = o.kind, extension = o.extension, size = o.size,
       stored = o.stored, pages = o.pages, drawn = o.drawn, recognised = o.recognised, hints = o.hints, hash = o.hash,
       covered_at = o.covered_at, covered_reason = o.covered_reason, covered_for = o.covered_for
     from desk.file o where f.state = 'clean' and o.state = 'clean'
       and ((f.id = $1 and o.id = $2) or (f.id = $2 and o.id = $1)) returning f.id`,
    [one, other],
  );
  if (changed.length !== 2) throw new Error('there are no two files to exchange');
  // The pages of one file get numbers in between that no page has, because a page of a file has one row at a time.
  await tx.query('update desk.file_page set page = -page where file_id = $1', [one]);
  await tx.query('update desk.file_page set file_id = $1 where file_id = $2', [one, other]);
  await tx.query('update desk.file_page set file_id = $2, page = -page where file_id = $1 and page < 0', [one, other]);
}
