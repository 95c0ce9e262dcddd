import { type Day, firstOf, isDay, lastOf, plusDays, plusMonths } from '../clock/day.js';

/** When something happened, as exactly as is known. `latest` is null where nobody can say. */
export interface Span {
  earliest: Day;
  latest: Day | null;
}

/** What `2026`, `2026-11` or `2026-11-28` can mean; null for any other text. */
export function spanOf(dated: string): { earliest: Day; latest: Day } | null {
  const first = dated.length === 4 ? `${dated}-01-01` : dated.length === 7 ? `${dated}-01` : dated;
  if (!isDay(first)) return null;
  const months = dated.length === 4 ? 12 : dated.length === 7 ? 1 : 0;
  return { earliest: first, latest: months === 0 ? first : plusDays(plusMonths(first, months), -1) };
}

/** The part of a span that lies between two days; null where there is none. Null is no border. */
export function within({ earliest, latest }: Span, from: Day | null, until: Day | null): Span | null {
  const first = from === null ? earliest : lastOf(earliest, from);
  const last = latest === null || until === null ? latest : firstOf(latest, until);
  const isOutside = (last !== null && last < first) || (until !== null && until < first);
  return isOutside ? null : { earliest: first, latest: last };
}
