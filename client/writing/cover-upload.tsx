import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import type { Ui } from '../kit/ui.js';
import { Called } from './called.js';
import { UPLOAD_TOKEN } from './slip-picture.js';

/**
 * The way from a slip to the page on which parts of its upload are covered. In a tab of its own, so that the form waits
 * as it is, without a script too: it names the upload, which stays the same.
 */
export function CoverUpload({ ui, held, at }: { ui: Ui; held: HeldFile; at: number }) {
  const { upload, file } = held;
  if (file?.state !== 'clean' || (file.kind !== 'pdf' && file.kind !== 'picture') || !UPLOAD_TOKEN.test(upload))
    return null;
  return (
    <a class="q" href={`/uploads/${upload}/blackout`} target="_blank" rel="nofollow">
      {ui.t.blackOut.act} {ui.t.blackOut.newTab}
      <Called ui={ui} held={held} at={at} />
    </a>
  );
}
