import type { FileKind } from '../../../src/documents/visible-document.js';
import type { TypedDocument } from '../../../src/submissions/documents/typed-document.js';
import type { FormErrors } from '../form-errors.js';
import type { Ui } from '../ui.js';
import { SaidFields } from './said-fields.js';

interface FileFormProps {
  ui: Ui;
  /** Where its forms are sent to. */
  action: string;
  version: number;
}

interface SaidFormProps extends FileFormProps {
  kind: FileKind | null;
  said: Omit<TypedDocument, 'upload'>;
  errors: FormErrors | null;
}

/** What is said of one file of what waits. */
export function SaidForm({ ui, action, version, ...fields }: SaidFormProps) {
  const words = ui.t.blackOut;
  return (
    <section class="stack">
      <h2 class="filet">{words.said}</h2>
      <form class="form slip" method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        <SaidFields ui={ui} {...fields} prefix="said" />
        <p class="acts">
          <button class="b do" type="submit" name="action" value="title">
            {words.save}
          </button>
        </p>
      </form>
    </section>
  );
}

/** One place up, or down. */
function Move({ action, version, to, words }: Omit<FileFormProps, 'ui'> & { to: number; words: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="to" value={to} />
      <button class="b" type="submit" name="action" value="move">
        {words}
      </button>
    </form>
  );
}

/** Its place among the files of the text. */
export function PlaceForms({ ui, action, version, place, of }: FileFormProps & { place: number; of: number }) {
  const words = ui.t.blackOut;
  if (of === 1) return null;
  return (
    <section class="stack">
      <h2 class="filet">{words.order}</h2>
      <p>{words.orderNow(place, of)}</p>
      <div class="acts">
        {place > 1 && <Move action={action} version={version} to={place - 1} words={words.earlier} />}{' '}
        {place < of && <Move action={action} version={version} to={place + 1} words={words.later} />}
      </div>
    </section>
  );
}

export function RemoveForm({ ui, action, version }: FileFormProps) {
  const words = ui.t.blackOut;
  return (
    <section class="stack">
      <h2 class="filet">{words.remove}</h2>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        <p class="hint">{words.removeHint}</p>
        <p class="acts">
          <button class="b no" type="submit" name="action" value="remove">
            {words.remove}
          </button>
        </p>
      </form>
    </section>
  );
}
