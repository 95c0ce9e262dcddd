import type { AgendaRow } from '../../src/workshops/visible-workshop.js';
import type { Ui } from '../kit/ui.js';
import { DateLine } from './date-line.js';

/** The next dates, beside what else a page shows. */
export function Coming({
  ui,
  rows,
  more,
  blocks = false,
}: {
  ui: Ui;
  rows: readonly AgendaRow[];
  more: string;
  /** Beside one another, where there is room. */
  blocks?: boolean;
}) {
  const { workshops } = ui.t;
  return (
    <section class="coming" aria-labelledby="workshops">
      <h2 class="filet" id="workshops">
        <a href={more}>{workshops.next}</a>
      </h2>
      <ol class={blocks ? 'dates blocks' : 'dates'}>
        {rows.map((row) => (
          <DateLine ui={ui} row={row} />
        ))}
      </ol>
    </section>
  );
}
