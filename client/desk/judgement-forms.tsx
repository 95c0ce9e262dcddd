import type { DeskCard } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import type { DecisionWritten } from './decision-forms.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { ReasonPicker } from '../kit/reason-picker.js';

interface JudgementFormsProps {
  ui: Ui;
  card: DeskCard;
  back: string | null;
  keyed: boolean;
  written: DecisionWritten | null;
  errors: FormErrors | null;
}

/** Two answers and no more: keep a reported post or take it down, grant an appeal or confirm what was decided. */
export function JudgementForms({ ui, card, back, keyed, written, errors }: JudgementFormsProps) {
  const { after, desk } = ui.t;
  const action = `/desk/submissions/${card.id}/decision`;
  const prefix = `s-${card.id}`;
  const key = (letter: string) => ({ 'data-key': letter, accessKey: keyed ? letter : undefined });
  const refused = written?.decision === 'refuse' ? written : null;
  const report = card.countsAs === 'report';
  const hidden = (
    <>
      <input type="hidden" name="version" value={card.version} />
      {back !== null && <input type="hidden" name="back" value={back} />}
    </>
  );
  return (
    <>
      <form class="at-once" method="post" action={action}>
        {hidden}
        <button class="b do" type="submit" name="decision" value="accept" {...key('a')}>
          {report ? after.keep : after.grant}
        </button>
      </form>
      <details class="refuse" name={prefix} open={refused !== null}>
        <summary class="q" {...key('r')}>
          {report ? after.takeDown : after.confirm}
        </summary>
        <form class="slip team form" method="post" action={action}>
          {hidden}
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
        </form>
      </details>
    </>
  );
}
