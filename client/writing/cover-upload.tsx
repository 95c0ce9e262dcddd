import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import type { Ui } from '../kit/ui.js';

const TOKEN = /^[\w-]{32}$/;

/**
 * The way from a slip to the page on which parts of its upload are covered. In a tab of its own, so that the form waits
 * as it is, without a script too: it names the upload, which stays the same.
 */
export function CoverUpload({ ui, held: { upload, title, file } }: { ui: Ui; held: HeldFile }) {
  if (file?.state !== 'clean' || (file.kind !== 'pdf' && file.kind !== 'picture') || !TOKEN.test(upload)) return null;
  return (
    <a class="q" href={`/uploads/${upload}/blackout`} target="_blank" rel="nofollow">
      {ui.t.blackOut.act} {ui.t.blackOut.newTab}
      <span class="vh"> {titleOfDocument(ui, { title, kind: file.kind })}</span>
    </a>
  );
}
