import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { type DecidedCard, DecisionForm, prefixOf } from './decision-form.js';
import type { DecisionWritten } from './decision-written.js';

interface AnswerFormProps extends DecidedCard {
  ui: Ui;
  /** What was typed in this form when it came back. */
  written: DecisionWritten | null;
  errors: FormErrors | null;
}

/** Accepted with an answer. */
export function AnswerForm({ ui, card, back, written, errors }: AnswerFormProps) {
  const { desk } = ui.t;
  const prefix = prefixOf(card);
  return (
    <details class="rare answer" name={prefix} open={written !== null}>
      <summary class="q">{desk.acceptAndReply}</summary>
      <DecisionForm class="slip team form" card={card} back={back}>
        <Field
          ui={ui}
          name="reply"
          prefix={`${prefix}-a`}
          label={desk.replyLabel}
          value={written?.reply}
          hint={desk.replyHint}
          errors={written && errors}
          rows={4}
          required
        />
        <p class="acts">
          <button class="b" type="submit" name="decision" value="accept">
            {desk.acceptAndReplySend}
          </button>
        </p>
      </DecisionForm>
    </details>
  );
}
