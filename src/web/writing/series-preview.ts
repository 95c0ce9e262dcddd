import type { PreviewedSeries } from '../../../client/writing/series-dates.js';
import type { Facts, TypedFacts } from '../../submissions/thread-facts/facts.js';
import { REPEATS, seriesOf } from '../../workshops/series.js';

/** What a preview shows of a series before it is sent; null where none is wanted. */
export function seriesIn(typed: TypedFacts | undefined, facts: Facts | null): PreviewedSeries | null {
  const repeat = REPEATS.find((each) => each === typed?.['repeat']?.[0]);
  const until = typed?.['until']?.[0]?.trim();
  if (facts?.of !== 'workshop' || repeat === undefined || until === undefined) return null;
  const starts = typed?.['start'] ?? [];
  const missing = starts.flatMap((start, at) => {
    const end = typed?.['end']?.[at] ?? '';
    return start === '' || end === '' ? [] : seriesOf({ start, end }, repeat, until, facts.zone).missing;
  });
  return { dates: facts.dates, missing: missing.toSorted() };
}
