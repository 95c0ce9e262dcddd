import type { ComponentChildren } from 'preact';
import type { TypedFacts } from '../../../src/submissions/thread-facts/facts.js';
import { type FormErrors, wordsOfError } from '../form-errors.js';
import type { Ui } from '../ui.js';

/** What the facts of a kind are typed into. */
export interface FactFieldsProps {
  ui: Ui;
  typed: TypedFacts;
  errors: FormErrors | null;
  prefix: string;
}

/** What every field of facts is drawn with. */
export interface FactForm {
  ui: Ui;
  /** The first value of a field. */
  value(field: string): string;
  errors: FormErrors | null;
  prefix: string;
}

/** Says what is wrong with a group of fields of one name, once for all of them. */
export function Why({ form: { ui, errors, prefix }, field }: { form: FactForm; field: string }) {
  const error = wordsOfError(ui, errors, field);
  return error === null ? null : (
    <p class="why" id={`${prefix}-${field}-why`}>
      {ui.t.problems.toCorrect(error)}
    </p>
  );
}

/** Several fields under one heading. */
export function FactGroup({
  form,
  fields,
  legend,
  hint,
  children,
}: {
  form: FactForm;
  /** Whose errors stand here. */
  fields: readonly string[];
  legend: string;
  hint?: string;
  children: ComponentChildren;
}) {
  const wrong = fields.some((field) => wordsOfError(form.ui, form.errors, field) !== null);
  return (
    <fieldset class={wrong ? 'field err' : 'field'}>
      <legend>{legend}</legend>
      {fields.map((field) => (
        <Why form={form} field={field} />
      ))}
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
