import type { CountedMonth } from '../../../src/transparency/statistics/counted-month.js';
import type { Ui } from '../../kit/ui.js';
import { Legend } from './legend.js';
import { MonthTable } from './month-table.js';
import { Spans } from './spans.js';

/** How long half, and nine of ten, have waited for the decision. */
export function Delays({ ui, months }: { ui: Ui; months: readonly CountedMonth[] }) {
  const { delays, delay, delayOfPublished, withheldSign, withheld } = ui.t.statistics;
  const names = months.map(({ month }) => month);
  const length = (which: 'median' | 'ninth') => (index: number) => {
    const of = months[index]?.delay ?? null;
    if (of === null)
      return (
        <>
          <span class="none" aria-hidden="true">
            {withheldSign}
          </span>{' '}
          <span class="vh">{withheld}</span>
        </>
      );
    return of.of === 'published' ? delayOfPublished(delay(of[which])) : delay(of[which]);
  };
  const known = months.some(({ delay: of }) => of !== null);
  return (
    <section class="statistic">
      <h2 class="filet">{delays.title}</h2>
      <p class="hint">{delays.about}</p>
      {!known && <p>{delays.none}</p>}
      {known && (
        <div class="shown">
          <div class="chart">
            <Spans ui={ui} months={names} spans={months.map(({ delay: of }) => of)} height={200} />
            <Legend
              signs={[
                ['median', delays.median],
                ['ninth', delays.ninth],
              ]}
            />
          </div>
          <div>
            <MonthTable
              ui={ui}
              caption={delays.caption}
              months={names}
              columns={[
                { words: delays.median, cell: length('median') },
                { words: delays.ninth, cell: length('ninth') },
              ]}
            />
            {months.some(({ delay: of }) => of?.of === 'published') && <p class="hint">{delays.published}</p>}
          </div>
        </div>
      )}
    </section>
  );
}
