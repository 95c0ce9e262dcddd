import type { LibraryFilter } from '../../documents/library-part.js';
import { Invalid } from '../../errors/errors.js';
import type { Towns } from '../../towns/towns.js';
import { checkedSearch, type ReadSearch } from '../kit/search-fields.js';

const DAY = 86_400_000;

/**
 * The search as the library asks: its words, its category, town and days. Documents have no author and no tags.
 * @throws Invalid with a code for each field that is wrong, UnclearTown as the search of texts does
 */
export async function askedDocuments(read: ReadSearch, towns: Towns): Promise<LibraryFilter> {
  const { typed } = read;
  const { category, town, after, before } = await checkedSearch({ ...read, typed: { ...typed, kind: '' } }, towns);
  const wrong = Object.fromEntries(
    (['author', 'tag'] as const).filter((field) => typed[field] !== '').map((field) => [field, 'not-of-documents']),
  );
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    q: typed.q || undefined,
    category: category ?? undefined,
    town: town ?? undefined,
    since: after ?? undefined,
    until: before === null ? undefined : dayBefore(before),
  };
}

/** The search of texts leaves that day out, the library has it in. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}
