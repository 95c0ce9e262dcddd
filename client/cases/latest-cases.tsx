import type { CaseRow as Row } from '../../src/cases/visible-case.js';
import { CaseRow } from '../kit/facts/case-row.js';
import type { Ui } from '../kit/ui.js';

/** The last cases that moved, on other pages. */
export function LatestCases({
  ui,
  rows,
  more,
  heading,
  where = true,
}: {
  ui: Ui;
  rows: readonly Row[];
  /** Where all of them are; null where there is no such list. */
  more: string | null;
  heading: string;
  where?: boolean;
}) {
  return (
    <section class="coming" aria-labelledby="cases">
      <h2 class="filet" id="cases">
        {more === null ? heading : <a href={more}>{heading}</a>}
      </h2>
      <ol class="rows">
        {rows.map((row) => (
          <CaseRow ui={ui} row={row} where={where} />
        ))}
      </ol>
    </section>
  );
}
