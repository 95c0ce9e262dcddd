import type { TypedFacts } from '../../../src/submissions/thread-facts/facts.js';
import type { FormErrors } from '../form-errors.js';
import { TownField } from '../town-field.js';
import type { Ui } from '../ui.js';

/** The town that a thread is about, where it is about one. */
export function TieFields({
  ui,
  typed,
  errors,
  prefix,
}: {
  ui: Ui;
  typed: TypedFacts;
  errors: FormErrors | null;
  prefix: string;
}) {
  return (
    <TownField
      ui={ui}
      prefix={prefix}
      optional={ui.t.account.optional}
      value={typed['town']?.[0] ?? ''}
      errors={errors}
      choice={errors?.towns ?? []}
    />
  );
}
