import type { Ui } from '../kit/ui.js';

/** In the place of a slip: a file that was not taken, and why. A script puts the name there that it came with. */
export function NotTaken({ ui, name = '', words }: { ui: Ui; name?: string; words: string }) {
  return (
    <li class="piece by-us" data-not-taken>
      <div>
        <p class="meta">
          <b>{ui.t.documents.notTaken}</b> <span data-name>{name}</span>
        </p>
        <p data-why>{words}</p>
      </div>
    </li>
  );
}
