import type { ComponentChildren } from 'preact';
import type { Count, CountedMonth } from '../../../src/desk/statistics/counted-month.js';
import type { Ui } from '../../ui.js';
import { type Counted, countOf } from './count-of.js';
import { Amount, MonthTable } from './month-table.js';

interface StatisticProps {
  ui: Ui;
  months: readonly CountedMonth[];
  words: { title: string; about: string; caption?: string };
  /** Of the table, in its order. */
  columns: readonly { words: string; counted: Counted }[];
  /** A drawing that takes the whole width has its table below. */
  stacked?: boolean;
  /** The drawing. */
  children: ComponentChildren;
}

/** One subject: what it is, the drawing, and beside it the table, which says all of it. */
export function Statistic({ ui, months, words, columns, stacked = false, children }: StatisticProps) {
  const { nothing, signs } = ui.t.statistics;
  const counts = (counted: Counted): Count[] => months.map((month) => countOf(month, counted));
  const known = columns.some(({ counted }) => counts(counted).some((count) => count !== 'few'));
  const gaps = columns.some(({ counted }) => counts(counted).some((count) => typeof count !== 'number'));
  return (
    <section class="statistic">
      <h2 class="filet">{words.title}</h2>
      <p class="hint">{words.about}</p>
      {!known && <p>{nothing}</p>}
      {known && (
        <div class={stacked ? 'shown stacked' : 'shown'}>
          {children}
          <div>
            <MonthTable
              ui={ui} caption={words.caption ?? words.title} months={months.map(({ month }) => month)}
              columns={columns.map(({ words: head, counted }) => ({ words: head, cell: (index) => <Amount ui={ui} count={counts(counted)[index] ?? 'few'} /> }))}
            />
            {gaps && <p class="hint">{signs}</p>}
          </div>
        </div>
      )}
    </section>
  );
}
