import type { LawChange } from '../../src/administration/deadlines/law-change.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { LawActs } from './law-acts.js';

interface HolidayFormProps {
  ui: Ui;
  typed: { country: string; days: string };
  errors: FormErrors | null;
  change: LawChange | null;
}

/** All holidays of one country, a line each. */
export function HolidayForm({ ui, typed, errors, change }: HolidayFormProps) {
  const { editing } = ui.t.deadlines;
  const shared = { ui, prefix: 'd-holidays', errors };
  return (
    <form class="form slip" method="post" action="/deadlines/holidays">
      <ErrorSummary ui={ui} errors={errors} />
      <Field
        {...shared}
        name="country"
        label={editing.fields.country}
        hint={editing.hints.country}
        value={typed.country}
      />
      <Field
        {...shared}
        name="days"
        label={editing.holidayLines}
        hint={editing.holidayHint}
        value={typed.days}
        rows={12}
      />
      <LawActs ui={ui} name={editing.holidays} change={change} />
    </form>
  );
}
