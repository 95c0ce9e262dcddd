import type { Queries } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import type { SaidDocument } from '../../submissions/documents/said-document.js';

/** Nothing is accepted with a file whose cleaning is not over. @throws Conflict 'document-unchecked' */
export async function mustBeChecked(tx: Queries, documents: readonly SaidDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const unchecked = await tx.query(
    `select from desk.file where id = any($1::uuid[]) and state = 'unchecked' limit 1`,
    [documents.map(({ id }) => id)],
  );
  if (unchecked.length > 0) throw new Conflict('document-unchecked');
}
