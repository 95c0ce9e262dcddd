import { TownField } from '../town-field.js';
import type { FactFieldsProps } from './fact-field.js';

/** The town that a thread is about, where it is about one. */
export function TieFields({ ui, typed, errors, prefix }: FactFieldsProps) {
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
