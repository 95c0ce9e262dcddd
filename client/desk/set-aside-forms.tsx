import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import type { Ui } from '../kit/ui.js';
import { byKey, type DecidedCard, DecisionForm, prefixOf } from './decision-form.js';
import type { DecisionWritten } from './decision-written.js';

interface SetAsideFormProps extends DecidedCard {
  ui: Ui;
  keyed: boolean;
  /** What was typed in this form when it came back. */
  written: DecisionWritten | null;
  errors: FormErrors | null;
}

/** Given back to its author with a word. */
export function ReturnForm({ ui, card, back, keyed, written, errors }: SetAsideFormProps) {
  const { desk } = ui.t;
  const prefix = prefixOf(card);
  return (
    <details class="rare back" name={prefix} open={written !== null}>
      <summary class="q" {...byKey('n', keyed)}>
        {desk.return}
      </summary>
      <DecisionForm class="slip team form" card={card} back={back}>
        <Field
          ui={ui}
          name="remark"
          prefix={`${prefix}-n`}
          label={desk.returnWord}
          optional={desk.signed}
          value={written?.remark}
          errors={written && errors}
          rows={2}
          required
        />
        <p class="acts">
          <button class="b" type="submit" name="decision" value="return">
            {desk.returnSend}
          </button>
        </p>
      </DecisionForm>
    </details>
  );
}

/** Refused, with reasons. */
export function RefuseForm({ ui, card, back, keyed, written, errors }: SetAsideFormProps) {
  const { desk } = ui.t;
  const prefix = prefixOf(card);
  return (
    <details class="refuse" name={prefix} open={written !== null}>
      <summary class="q" {...byKey('r', keyed)}>
        {desk.refuse}
      </summary>
      <DecisionForm class="slip team form" card={card} back={back}>
        <ReasonPicker ui={ui} prefix={prefix} errors={written && errors} chosen={written?.reasons} several />
        <Field
          ui={ui}
          name="remark"
          prefix={`${prefix}-r`}
          label={desk.remark}
          optional={desk.remarkHint}
          hint={desk.remarkFilled}
          value={written?.remark}
          errors={written && errors}
          rows={2}
        />
        <p class="acts">
          <button class="b no" type="submit" name="decision" value="refuse">
            {desk.refuseSend}
          </button>
        </p>
      </DecisionForm>
    </details>
  );
}
