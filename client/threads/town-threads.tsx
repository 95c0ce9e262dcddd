import type { ThreadRow as Row } from '../../src/threads/visible.js';
import { ThreadRow } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

/** The threads that are tied to a town, on its page. */
export function TownThreads({ ui, rows }: { ui: Ui; rows: readonly Row[] }) {
  return (
    <section aria-labelledby="threads">
      <h2 class="filet" id="threads">
        {ui.t.towns.threads}
      </h2>
      <ol class="rows">
        {rows.map((row) => (
          <ThreadRow ui={ui} row={row} />
        ))}
      </ol>
    </section>
  );
}
