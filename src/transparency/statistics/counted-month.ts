import type { Figure } from './figures.js';
import type { PublicDelay } from './public-month.js';

/** `few`: under five, maybe none. `withheld`: not given, because it would give away one that is under five. */
export type Count = number | 'few' | 'withheld';

export interface CountedMonth {
  /** Its first day, `2026-10-01`. */
  month: string;
  figures: Partial<Record<Figure, Count>>;
  /** By the code of the reason. */
  refused: Record<string, Count>;
  /** In minutes. */
  delay: Omit<PublicDelay, 'category'> | null;
}

export interface StoredMonth {
  month: string;
  median: number | null;
  ninth: number | null;
  of: PublicDelay['of'] | null;
}

export interface StoredFigure {
  month: string;
  figure: string;
  reason: string;
  count: number | null;
}

/** Puts together what the tables hold of each month. */
export function monthsOf(stored: readonly StoredMonth[], figures: readonly StoredFigure[]): CountedMonth[] {
  const byMonth = Map.groupBy(figures, ({ month }) => month);
  return stored.map(({ month, median, ninth, of }) => {
    const rows = (byMonth.get(month) ?? []).map(({ figure, reason, count }) => ({
      figure,
      reason,
      count: count ?? ('withheld' as const),
    }));
    return {
      month,
      figures: Object.fromEntries(
        rows.filter(({ figure }) => figure !== 'refused').map(({ figure, count }) => [figure, count]),
      ),
      refused: Object.fromEntries(
        rows.filter(({ figure }) => figure === 'refused').map(({ reason, count }) => [reason, count]),
      ),
      delay: median === null || ninth === null || of === null ? null : { median, ninth, of },
    };
  });
}
