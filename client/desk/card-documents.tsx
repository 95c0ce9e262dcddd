import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import type { Upload } from '../../src/uploads/uploads.js';
import { HeldPieces } from '../kit/documents/held-pieces.js';
import type { Ui } from '../kit/ui.js';
import { acceptForm } from './decision-form.js';

/** What to look at in one file, and what can be done with it before all of it is accepted. */
function FileActs({ ui, card, file }: { ui: Ui; card: Card; file: Upload }) {
  const { documents } = ui.t;
  const coverable = file.state === 'clean' && (file.kind === 'pdf' || file.kind === 'picture');
  return (
    <>
      {file.hints.length > 0 && (
        <p class="hint">
          {documents.hints(
            file.hints
              .map(({ what, pages }) => documents.hint(documents.hintKinds[what], pages.join(', ')))
              .join(', '),
          )}
        </p>
      )}
      <p class="acts">
        <label class="pick">
          <input type="checkbox" name="without" value={file.id} form={acceptForm(card)} /> {documents.without}
        </label>{' '}
        <a class="q" href={`/desk/submissions/${card.id}/documents/${file.id}`}>
          {ui.t.blackOut.deskAct[coverable ? 'yes' : 'no']}
        </a>
      </p>
    </>
  );
}

/** Its files: what is drawn of them, and a tick for each that is not to be accepted. */
export function CardDocuments({ ui, card }: { ui: Ui; card: Card }) {
  return (
    <HeldPieces
      ui={ui}
      held={card.documents}
      base={`/desk/submissions/${card.id}`}
      gone={ui.t.documents.lost}
      beside={({ file }) => file !== null && <FileActs ui={ui} card={card} file={file} />}
    />
  );
}
