import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import { measures } from '../kit/documents/file-facts.js';
import type { Ui } from '../kit/ui.js';

/**
 * Which file a button of a slip is about, for those who do not see it: its place, and its title or what it is. A
 * script says it anew when the file was checked, and when its place has changed.
 */
export function Called({ ui, held, at }: { ui: Ui; held: HeldFile; at: number }) {
  const { documents } = ui.t;
  const { title, file } = held;
  const what = title !== '' ? title : file === null ? documents.gone : measures(ui, file);
  return (
    <span class="vh" data-called>
      {` ${documents.slipOf(documents.slip(at + 1), what)}`}
    </span>
  );
}
