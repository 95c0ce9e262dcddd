/** The fields of the search as somebody typed them; empty where nothing was. */
export interface TypedSearch {
  q: string;
  author: string;
  category: string;
  tag: string;
  town: string;
  kind: string;
  after: string;
  before: string;
  sort: string;
}

/** The address of a search, without the fields that say nothing. */
export function searchAddress(typed: Partial<TypedSearch> & { from?: string }): string {
  return `/search${queryOf(typed)}`;
}

/** The same search as a feed: what is new in it, newest first. */
export function searchFeedAddress(typed: TypedSearch, format: 'atom' | 'rss'): string {
  return `/search/feed.${format}${queryOf({ ...typed, sort: '' })}`;
}

function queryOf(typed: object): string {
  const given = Object.entries(typed as Record<string, string>).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}
