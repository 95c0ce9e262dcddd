import type { ComponentChildren } from 'preact';
import type { Count } from '../../../src/transparency/statistics/counted-month.js';
import type { Ui } from '../../kit/ui.js';
import { monthNames } from './month-names.js';

/** A number, or in two signs why there is none; screen readers get words. */
export function Amount({ ui, count }: { ui: Ui; count: Count }) {
  const { few, fewSign, withheld, withheldSign } = ui.t.statistics;
  if (typeof count === 'number') return <>{ui.t.read.count(count)}</>;
  const [sign, words] = count === 'few' ? [fewSign, few] : [withheldSign, withheld];
  return (
    <>
      <span class="none" aria-hidden="true">
        {sign}
      </span>{' '}
      <span class="vh">{words}</span>
    </>
  );
}

/** Short where there is little room. */
function Month({ ui, month }: { ui: Ui; month: string }) {
  const { long, short } = monthNames(ui, month);
  return (
    <time dateTime={month.slice(0, 7)}>
      <span class="full">{long}</span>
      <span class="thin">{short}</span> {month.slice(0, 4)}
    </time>
  );
}

interface MonthTableProps {
  ui: Ui;
  caption: string;
  months: readonly string[];
  columns: readonly { words: string; cell: (index: number) => ComponentChildren }[];
}

/** The numbers of a drawing: a row for each month. Wide ones are scrolled, by keyboard as well. */
export function MonthTable({ ui, caption, months, columns }: MonthTableProps) {
  return (
    <div class="numbers" role="region" aria-label={caption} tabIndex={0}>
      <table class="ui">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{ui.t.statistics.month}</th>
            {columns.map(({ words }) => (
              <th scope="col">{words}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month, index) => (
            <tr>
              <th scope="row">
                <Month ui={ui} month={month} />
              </th>
              {columns.map(({ cell }) => (
                <td>{cell(index)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
