import type { ComponentChildren } from 'preact';
import type { Count, CountedMonth } from '../../../src/transparency/statistics/counted-month.js';
import type { Ui } from '../../kit/ui.js';
import { type Counted, countOf } from './count-of.js';
import { Amount, MonthTable } from './month-table.js';

interface StatisticProps {
  ui: Ui;
  months: readonly CountedMonth[];
  words: { title: string; about: string; caption?: string };
  /** Of the table, in its order. */
  columns: readonly { words: string; counted: Counted }[];
  /** Of columns without a number in any month one sentence is enough. */
  short?: boolean;
  /** The drawing. */
  children: ComponentChildren;
}

/** One subject: what it is, the drawing, and beside it the table, which says all of it. */
export function Statistic({ ui, months, words, columns, short = false, children }: StatisticProps) {
  const { nothing, nothingGiven, others, byMonth } = ui.t.statistics;
  const counts = (counted: Counted): Count[] => months.map((month) => countOf(month, counted));
  const isSmall = ({ counted }: { counted: Counted }): boolean => counts(counted).every((count) => count === 'few');
  const small = short ? columns.filter(isSmall) : [];
  const known = columns.some(({ counted }) => counts(counted).some((count) => typeof count === 'number'));
  return (
    <section class="statistic">
      <h2 class="filet">{words.title}</h2>
      <p class="hint">{words.about}</p>
      {!known && <p>{columns.every(isSmall) ? nothing : nothingGiven}</p>}
      {known && (
        <div class="shown">
          {children}
          <div>
            <MonthTable
              ui={ui}
              caption={words.caption ?? byMonth(words.title)}
              months={months.map(({ month }) => month)}
              columns={columns
                .filter((column) => !small.includes(column))
                .map(({ words: head, counted }) => ({
                  words: head,
                  cell: (index) => <Amount ui={ui} count={counts(counted)[index] ?? 'few'} />,
                }))}
            />
            {small.length > 0 && <p class="hint">{others(small.map(({ words: head }) => head).join(' · '))}</p>}
          </div>
        </div>
      )}
    </section>
  );
}
