import type { Ui } from '../kit/ui.js';
import type { DecisionWritten } from './decision-written.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import { isSettled } from './appealed.js';
import { byKey, type DecidedCard, DecisionForm, prefixOf } from './decision-form.js';

interface JudgementFormsProps extends DecidedCard {
  ui: Ui;
  keyed: boolean;
  written: DecisionWritten | null;
  errors: FormErrors | null;
}

/**
 * Two answers and no more: keep a reported post or take it down, grant an appeal or confirm what was decided. One where
 * that has been taken back meanwhile.
 */
export function JudgementForms({ ui, card, back, keyed, written, errors }: JudgementFormsProps) {
  const { after, desk } = ui.t;
  const prefix = prefixOf(card);
  const refused = written?.decision === 'refuse' ? written : null;
  const report = card.countsAs === 'report';
  const settled = card.appeal !== null && isSettled(card.appeal);
  return (
    <>
      <DecisionForm class="at-once" card={card} back={back}>
        <button class="b do" type="submit" name="decision" value="accept" {...byKey('a', keyed)}>
          {report ? after.keep : settled ? after.closeAppeal : after.grant}
        </button>
      </DecisionForm>
      {!settled && (
        <details class="refuse" name={prefix} open={refused !== null}>
          <summary class="q" {...byKey('r', keyed)}>
            {report ? after.takeDown : after.confirm}
          </summary>
          <DecisionForm class="slip team form" card={card} back={back}>
            {report && <ReasonPicker ui={ui} prefix={prefix} errors={refused && errors} chosen={refused?.reasons} />}
            <Field
              ui={ui}
              name="remark"
              prefix={`${prefix}-r`}
              label={report ? desk.remark : after.confirmWord}
              optional={report ? desk.remarkHint : desk.signed}
              value={refused?.remark}
              errors={refused && errors}
              rows={2}
              required={!report}
            />
            <p class="acts">
              <button class="b no" type="submit" name="decision" value="refuse">
                {report ? after.takeDownSend : after.confirmSend}
              </button>
            </p>
          </DecisionForm>
        </details>
      )}
    </>
  );
}
