import type { LibraryFilter } from '../../src/documents/library-part.js';

/** The library with this filter, and from where on. */
export function libraryAddress(filter: LibraryFilter, before: string | null = null): string {
  const fields = Object.entries({ ...filter, before: before ?? undefined }).filter(
    (field): field is [string, string] => field[1] !== undefined && field[1] !== '',
  );
  const query = new URLSearchParams(fields).toString();
  return query === '' ? '/documents' : `/documents?${query}`;
}
