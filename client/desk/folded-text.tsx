import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import { firstWords } from './first-words.js';
import { typeset } from '../kit/typeset.js';
import { ChangesInline } from '../kit/word-changes.js';

/** What a card says that is not in hand: its first words, or what an edit changes. */
export function FoldedText({ ui, card }: { ui: Ui; card: Card }) {
  const { published, title, changes, report } = card;
  const titled = title !== null && published?.title !== title;
  if (!titled && published === null && report === null)
    return <div class="said text" dangerouslySetInnerHTML={{ __html: firstWords(card.html) }} />;
  return (
    <div class="said">
      {titled && (
        <p class="text">
          <b>{typeset(ui, title)}</b>
        </p>
      )}
      {published !== null && <ChangesInline changes={changes} />}
      {published === null && <div class="text" dangerouslySetInnerHTML={{ __html: firstWords(card.html) }} />}
      {report !== null && <p class="flag">{ui.t.after.reports(report.count)}</p>}
    </div>
  );
}
