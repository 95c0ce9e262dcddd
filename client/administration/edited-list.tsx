import type { ComponentChildren } from 'preact';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

/** One entry of a list: its fields in a form that is folded away. */
export interface EditedEntry {
  code: string;
  name: string;
  /** Behind « Enregistrer », for whoever does not see where the button stands. */
  what: string;
  /** What is said of an entry that is switched off; null for one that is not. */
  off: string | null;
  /** Whether its form came back with an error. */
  back: boolean;
  fields: ComponentChildren;
}

export interface EditedListProps {
  ui: Ui;
  /** `theme`: entries stand at `#theme-CODE` and are sent to `/themes/CODE`, new ones to `/themes`. */
  noun: 'theme' | 'reason';
  entries: readonly EditedEntry[];
  /** The form of a new entry; `code` as it was typed, undefined when it did not come back. */
  added: { title: string; button: string; code: string | undefined; fields: ComponentChildren };
  errors: FormErrors | null;
}

/** A list whose entries are changed and switched off and never deleted, with the form of a new one at its end. */
export function EditedList({ ui, noun, entries, added, errors }: EditedListProps) {
  const { administration, account } = ui.t;
  const isBack = added.code !== undefined;
  return (
    <div class="narrow stack">
      {entries.map(({ code, name, what, off, back, fields }) => (
        <details class="fold" id={`${noun}-${code}`} open={back}>
          <summary>
            <b>{name}</b>
            {off !== null && (
              <>
                {' '}
                <span class="state refused">{off}</span>
              </>
            )}
          </summary>
          <form class="form slip" method="post" action={`/${noun}s/${code}`}>
            {back && <ErrorSummary ui={ui} errors={errors} />}
            {fields}
            <p class="acts">
              <button class="b do" type="submit">
                {account.save}
                <span class="vh">{what}</span>
              </button>
            </p>
          </form>
        </details>
      ))}
      <section aria-labelledby={`new-${noun}`}>
        <h2 class="filet" id={`new-${noun}`}>
          {added.title}
        </h2>
        <form class="form slip" method="post" action={`/${noun}s`}>
          {isBack && <ErrorSummary ui={ui} errors={errors} />}
          {added.fields}
          <Field
            ui={ui}
            name="code"
            prefix={`${noun}-new`}
            label={administration.reasonFields.code}
            hint={administration.reasonHints.code}
            value={added.code}
            errors={isBack ? errors : null}
          />
          <p class="acts">
            <button class="b do" type="submit">
              {added.button}
            </button>
          </p>
        </form>
      </section>
    </div>
  );
}
