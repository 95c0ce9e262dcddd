import type { CountedMonth } from '../../../src/transparency/statistics/counted-month.js';
import type { Ui } from '../../kit/ui.js';
import { Bars, mostOf, signsOf } from './bars.js';
import { countOf } from './count-of.js';
import { Legend } from './legend.js';
import { Statistic } from './statistic.js';

interface RefusedProps {
  ui: Ui;
  months: readonly CountedMonth[];
  /** Codes, in the order of the list. */
  reasons: readonly string[];
}

/** A small drawing for each reason that has a number, all on one scale, and one table for all reasons. */
export function Refused({ ui, months, reasons }: RefusedProps) {
  const { refused, few, withheld } = ui.t.statistics;
  const drawn = reasons
    .map((reason) => ({ reason, bars: months.map((month) => ({ foot: countOf(month, { refused: reason }) })) }))
    .filter(({ bars }) => bars.some(({ foot }) => typeof foot === 'number'));
  const most = Math.max(...drawn.map(({ bars }) => mostOf(bars)));
  return (
    <Statistic
      ui={ui}
      months={months}
      words={refused}
      short
      columns={reasons.map((reason) => ({ words: ui.reason(reason), counted: { refused: reason } }))}
    >
      <div>
        <ul class="small" aria-hidden="true">
          {drawn.map(({ reason, bars }) => (
            <li class="chart">
              <p class="ui">{ui.reason(reason)}</p>
              <Bars ui={ui} months={months.map(({ month }) => month)} bars={bars} height={90} most={most} />
            </li>
          ))}
        </ul>
        <Legend
          used={signsOf(drawn.flatMap(({ bars }) => bars))}
          signs={[
            ['few', few],
            ['withheld', withheld],
          ]}
        />
      </div>
    </Statistic>
  );
}
