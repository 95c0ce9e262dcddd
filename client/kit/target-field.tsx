import type { RecentThread } from '../../src/desk/moving/moderated-threads.js';
import type { Ui } from './ui.js';
import { wordsOfError, type FormErrors } from './form-errors.js';
import { titleOf } from './thread-row.js';

interface TargetFieldProps {
  ui: Ui;
  value: string;
  errors: FormErrors | null;
  /** Offered while typing, by browsers that do. */
  recent: readonly RecentThread[];
}

/** Another thread: its address as it was copied, or its number. */
export function TargetField({ ui, value, errors, recent }: TargetFieldProps) {
  const { moving, problems } = ui.t;
  const error = wordsOfError(ui, errors, 'to');
  return (
    <>
      <div class={error === null ? 'field' : 'field err'}>
        <label for="f-to">{moving.target}</label>
        <input
          id="f-to"
          name="to"
          type="text"
          list="recent"
          value={value}
          autocomplete="off"
          aria-describedby={error === null ? 'f-to-hint' : 'f-to-why f-to-hint'}
          aria-invalid={error === null ? undefined : 'true'}
        />
        {error !== null && (
          <p class="why" id="f-to-why">
            {problems.toCorrect(error)}
          </p>
        )}
        <p class="hint" id="f-to-hint">
          {moving.targetHint}
        </p>
      </div>
      <datalist id="recent">
        {recent.map((thread) => (
          <option value={`${thread.id}`}>{titleOf(ui, thread)}</option>
        ))}
      </datalist>
    </>
  );
}
