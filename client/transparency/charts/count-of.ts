import type { Count, CountedMonth } from '../../../src/transparency/statistics/counted-month.js';
import type { Figure } from '../../../src/transparency/statistics/figures.js';

/** A figure, or the refusals for one reason. */
export type Counted = Figure | { refused: string };

/** The number of a figure: what is in no list is under five. */
export function countOf({ figures, refused }: CountedMonth, counted: Counted): Count {
  return (typeof counted === 'string' ? figures[counted] : refused[counted.refused]) ?? 'few';
}

/** What is left of a total beside one of its parts, where that can be known. */
export function restOf(total: Count, part: Count): Count {
  return typeof total === 'number' && typeof part === 'number' ? total - part : 'withheld';
}
