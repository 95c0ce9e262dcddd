import { Invalid } from '../../errors/errors.js';
import { checkedDocument } from './attached.js';
import type { SaidDocument } from './said-document.js';
import type { TypedDocument } from './typed-document.js';

/** What becomes of one file of a list: what is said of it, where it stands, or that it goes. */
export type FileChange =
  { action: 'title'; said: Omit<TypedDocument, 'upload'> } | { action: 'move'; to: number } | { action: 'remove' };

/** The list after it; places are counted from 1. @throws Invalid with a code for each field of what is said */
export function changedList(documents: readonly SaidDocument[], id: string, change: FileChange): SaidDocument[] {
  const others = documents.filter((said) => said.id !== id);
  if (change.action === 'remove') return others;
  if (change.action === 'title') return documents.map((said) => (said.id === id ? saidOf(id, change.said) : said));
  const own = documents.filter((said) => said.id === id);
  if (change.to > documents.length) throw new Invalid({ to: 'wrong-value' });
  return [...others.slice(0, change.to - 1), ...own, ...others.slice(change.to - 1)];
}

function saidOf(id: string, typed: Omit<TypedDocument, 'upload'>): SaidDocument {
  const wrong: Record<string, string> = {};
  const said = checkedDocument(typed, 0, id, wrong);
  // Here it is the only one, so its fields have plain names.
  const fields = Object.entries(wrong).map(([name, code]) => [name.slice('upload'.length, -2).toLowerCase(), code]);
  if (fields.length > 0) throw new Invalid(Object.fromEntries(fields) as Record<string, string>);
  return said;
}
