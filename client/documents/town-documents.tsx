import type { FoundDocument } from '../../src/documents/library.js';
import { LibraryRow } from '../kit/documents/library-row.js';
import type { Ui } from '../kit/ui.js';

/** The last documents of what is about a town, on its page; `more`: where all of them are, if there is such a list. */
export function TownDocuments({ ui, rows, more }: { ui: Ui; rows: readonly FoundDocument[]; more: string | null }) {
  return (
    <section aria-labelledby="documents">
      <h2 class="filet" id="documents">
        {more === null ? ui.t.documents.library : <a href={more}>{ui.t.documents.library}</a>}
      </h2>
      <ul class="docs wall library">
        {rows.map((row) => (
          <LibraryRow ui={ui} found={row} />
        ))}
      </ul>
    </section>
  );
}
