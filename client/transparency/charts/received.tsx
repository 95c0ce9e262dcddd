import type { CountedMonth } from '../../../src/transparency/statistics/counted-month.js';
import type { Ui } from '../../kit/ui.js';
import { Bars, signsOf } from './bars.js';
import { countOf, restOf } from './count-of.js';
import { Legend } from './legend.js';
import { Statistic } from './statistic.js';

/** What the team has read, and how much of it was published. */
export function Received({ ui, months }: { ui: Ui; months: readonly CountedMonth[] }) {
  const { received, few, withheld } = ui.t.statistics;
  const bars = months.map((month) => {
    const [foot, whole] = [countOf(month, 'published'), countOf(month, 'received')];
    return { foot, top: restOf(whole, foot), whole };
  });
  return (
    <Statistic
      ui={ui}
      months={months}
      words={received}
      columns={[
        { words: received.received, counted: 'received' },
        { words: received.published, counted: 'published' },
        { words: received.returned, counted: 'returned' },
        { words: received.spam, counted: 'spam' },
      ]}
    >
      <div class="chart">
        <Bars ui={ui} months={months.map(({ month }) => month)} bars={bars} height={200} />
        <Legend
          used={signsOf(bars)}
          signs={[
            ['leaf', received.publishedSign],
            ['hatch', received.rest],
            ['open', received.wholeSign],
            ['few', few],
            ['withheld', withheld],
          ]}
        />
      </div>
    </Statistic>
  );
}
