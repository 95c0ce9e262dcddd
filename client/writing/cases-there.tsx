import type { CaseRow as Row } from '../../src/cases/visible-case.js';
import { CaseRow } from '../kit/facts/case-row.js';
import type { Ui } from '../kit/ui.js';

/** The cases of a town, before one more is sent. */
export function CasesThere({ ui, rows, town }: { ui: Ui; rows: readonly Row[]; town: string }) {
  const { cases } = ui.t;
  return (
    <section data-cases-there>
      <h2 class="filet">{cases.already(town)}</h2>
      <p class="hint">{cases.alreadyHint}</p>
      <ol class="rows">
        {rows.map((row) => (
          <CaseRow ui={ui} row={row} where={false} />
        ))}
      </ol>
    </section>
  );
}
