import type { ComponentChildren } from 'preact';
import type { DeskCard } from '../../src/desk/queue/card.js';
import { FactsFields } from '../kit/facts/facts.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { SortChoice } from '../kit/sort-choice.js';
import type { Ui } from '../kit/ui.js';
import type { DecisionWritten } from './decision-forms.js';

interface EditAndAcceptProps {
  ui: Ui;
  card: DeskCard;
  /** What came back of this form, or null. */
  edited: DecisionWritten | null;
  errors: FormErrors | null;
  action: string;
  /** The attributes of what a letter on the keyboard presses. */
  keyOf: (letter: string) => Record<string, string | undefined>;
  /** The hidden fields that every decision has. */
  children: ComponentChildren;
}

/** Accepts other words than the author's: everything that was sent can be changed. */
export function EditAndAccept({ ui, card, edited, errors, action, keyOf, children }: EditAndAcceptProps) {
  const { desk } = ui.t;
  const prefix = `s-${card.id}-e`;
  return (
    <details class="rare edit" name={`s-${card.id}`} open={edited !== null}>
      <summary class="q" {...keyOf('e')}>
        {desk.editAndAccept}
      </summary>
      <form class="slip team form" method="post" action={action}>
        {children}
        {card.title !== null && (
          <Field
            ui={ui}
            name="title"
            prefix={prefix}
            label={desk.titleLabel}
            value={edited?.title ?? card.title}
            errors={edited && errors}
          />
        )}
        <Field
          ui={ui}
          name="text"
          prefix={prefix}
          label={desk.textLabel}
          value={edited?.text ?? card.text}
          hint={desk.editHint}
          errors={edited && errors}
          rows={5}
        />
        <SortChoice
          ui={ui}
          question={card.sort === null ? null : (edited?.question ?? card.sort)}
          errors={edited && errors}
          prefix={prefix}
        />
        {card.facts !== null && (
          <FactsFields
            ui={ui}
            of={card.facts.of}
            typed={edited?.facts ?? card.typedFacts ?? {}}
            errors={edited && errors}
            prefix={prefix}
          />
        )}
        <p class="acts">
          <button class="b" type="submit" name="decision" value="accept">
            {desk.editAndAcceptSend}
          </button>
        </p>
      </form>
    </details>
  );
}
