import type { Mark } from './circulation.js';
import { FAMILIES, type Family } from './figures.js';
import type { Counted, Delays } from './month-counts.js';
import { protect } from './protect.js';

/** A number that may be read by everyone; null where it is withheld. What is under five is in no list. */
export interface PublicFigure {
  /** Null for all categories together. */
  category: number | null;
  figure: string;
  reason: string;
  count: number | null;
}

/** Which submissions the delays of a month are about: all that were decided, or only those that were published. */
export const DELAYS_OF = ['decided', 'published'] as const;

export interface PublicDelay {
  category: number | null;
  median: number;
  ninth: number;
  of: (typeof DELAYS_OF)[number];
}

/** What a month says, with the categories that everybody reads in a fixed order. */
export interface MonthOf {
  categories: readonly number[];
  /** All codes of the list, those that are switched off included. */
  reasons: readonly string[];
  counted: readonly Counted[];
  delays: readonly Delays[];
}

type Column = Pick<Counted, 'figure' | 'reason'>;

const FIVE = 5;

function columnsOf({ parts, refusals = false }: Family, reasons: readonly string[]): Column[] {
  const refused = refusals ? reasons.map((reason) => ({ figure: 'refused', reason })) : [];
  return [...parts.map((figure) => ({ figure, reason: '' })), ...refused];
}

async function figuresOf(family: Family, { categories, reasons, counted }: MonthOf): Promise<PublicFigure[]> {
  const columns = columnsOf(family, reasons);
  const countOf = (category: number, { figure, reason }: Column): number =>
    counted.find((one) => one.category === category && one.figure === figure && one.reason === reason)?.count ?? 0;
  const table = categories.map((category) => columns.map((column) => countOf(category, column)));
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const sums = columns.map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  const marks = await protect(
    table,
    columns.map(({ figure }) => family.known.some((known) => known === figure)),
  );
  const totals: Column[] = family.total === null ? [] : [{ figure: family.total, reason: '' }];
  return [...categories, null].flatMap((category, row) => {
    const numbers = table[row] ?? sums;
    return [...columns, ...totals].flatMap((column, at): PublicFigure[] => {
      const mark: Mark = marks[row]?.[at] ?? 'few';
      return mark === 'few'
        ? []
        : [{ category, ...column, count: mark === 'withheld' ? null : (numbers[at] ?? sum(numbers)) }];
    });
  });
}

/**
 * A delay says that there was something to wait for, so it is given only where the numbers say it too: of all that was
 * decided where all that was received may be known, otherwise of what was published, which anybody can see.
 */
function delayOf(
  { category, median, ninth, publishedMedian, publishedNinth }: Delays,
  figures: readonly PublicFigure[],
): PublicDelay[] {
  const shown = (name: string): boolean =>
    (figures.find((one) => one.category === category && one.figure === name)?.count ?? 0) >= FIVE;
  if (shown('received')) return [{ category, median, ninth, of: 'decided' }];
  if (!shown('published') || publishedMedian === null || publishedNinth === null) return [];
  return [{ category, median: publishedMedian, ninth: publishedNinth, of: 'published' }];
}

/** All of a month that everyone may read, and nothing else. */
export async function publicMonth(month: MonthOf): Promise<{ figures: PublicFigure[]; delays: PublicDelay[] }> {
  const figures: PublicFigure[] = [];
  for (const family of FAMILIES) figures.push(...(await figuresOf(family, month)));
  return { figures, delays: month.delays.flatMap((one) => delayOf(one, figures)) };
}
