import { REASONS } from './reasons.js';
import type { Ui } from '../ui.js';
import { wordsOfError, type FormErrors } from './form-errors.js';

/** One reason of the public list; the person reads it. */
export function ReasonPicker({ ui, prefix, errors = null, chosen = null }: { ui: Ui; prefix: string; errors?: FormErrors | null; chosen?: string | null }) {
  const error = wordsOfError(ui, errors, 'reason');
  const why = `${prefix}-reason-why`;
  return (
    <fieldset aria-describedby={error === null ? undefined : why}>
      <legend>{ui.t.desk.reasonLegend}</legend>
      {error !== null && <p class="why" id={why}>{ui.t.problems.toCorrect(error)}</p>}
      <div class="reasons">
        {REASONS.map((reason) => (
          <label class="pick"><input type="radio" name="reason" value={reason} checked={reason === chosen} required />{' '}<span>{ui.t.reasons[reason] ?? reason}</span></label>
        ))}
      </div>
    </fieldset>
  );
}
