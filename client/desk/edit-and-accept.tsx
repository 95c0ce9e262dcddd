import { FactsFields } from '../kit/facts/facts.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { SortChoice } from '../kit/sort-choice.js';
import type { Ui } from '../kit/ui.js';
import { byKey, type DecidedCard, DecisionForm, prefixOf } from './decision-form.js';
import type { DecisionWritten } from './decision-written.js';

interface EditAndAcceptProps extends DecidedCard {
  ui: Ui;
  keyed: boolean;
  /** What was typed in this form when it came back. */
  written: DecisionWritten | null;
  errors: FormErrors | null;
}

/** Accepts other words than the author's: everything that was sent can be changed. */
export function EditAndAccept({ ui, card, back, keyed, written, errors }: EditAndAcceptProps) {
  const { desk } = ui.t;
  const shared = { ui, prefix: `${prefixOf(card)}-e`, errors: written && errors };
  return (
    <details class="rare edit" name={prefixOf(card)} open={written !== null}>
      <summary class="q" {...byKey('e', keyed)}>
        {desk.editAndAccept}
      </summary>
      <DecisionForm class="slip team form" card={card} back={back}>
        {card.title !== null && (
          <Field {...shared} name="title" label={desk.titleLabel} value={written?.title ?? card.title} />
        )}
        <Field
          {...shared}
          name="text"
          label={desk.textLabel}
          value={written?.text ?? card.text}
          hint={desk.editHint}
          rows={5}
        />
        <SortChoice {...shared} question={card.sort === null ? null : (written?.question ?? card.sort)} />
        {card.facts !== null && (
          <FactsFields {...shared} of={card.facts.of} typed={written?.facts ?? card.typedFacts ?? {}} />
        )}
        <p class="acts">
          <button class="b" type="submit" name="decision" value="accept">
            {desk.editAndAcceptSend}
          </button>
        </p>
      </DecisionForm>
    </details>
  );
}
