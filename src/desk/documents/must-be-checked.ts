import type { Queries } from '../../database/transaction.js';
import { Conflict } from '../../errors/errors.js';
import type { Kind } from '../../submissions/kind.js';
import { SUBMISSION_KINDS } from '../../submissions/kinds.js';
import { mustSay } from '../../submissions/must-say.js';
import type { Words } from '../../submissions/words.js';

/**
 * Nothing is accepted with a file whose cleaning is not over, nor what says nothing without its files where these are
 * erased: a refusal can be undone longer than they stay. @throws Conflict 'document-unchecked', Invalid 'text-length'
 */
export async function mustBeChecked(
  tx: Queries,
  kind: Kind,
  { text, facts = null, documents = [] }: Omit<Words, 'title'>,
): Promise<void> {
  if (documents.length === 0) return;
  const files = await tx.query<{ id: string; unchecked: boolean }>(
    `select id, state = 'unchecked' as unchecked from desk.file where id = any($1::uuid[])`,
    [documents.map(({ id }) => id)],
  );
  if (files.some(({ unchecked }) => unchecked)) throw new Conflict('document-unchecked');
  const there = documents.filter((said) => files.some(({ id }) => id === said.id));
  if (there.length < documents.length && SUBMISSION_KINDS[kind].text.least === 0)
    mustSay({ text, facts, documents: there });
}
