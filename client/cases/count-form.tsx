import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

export const COUNT_FIELDS = ['sent', 'received', 'refused', 'referred', 'registered'] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

/** Five days, of which one is enough; sent by GET, so that the answer has an address. */
export function CountForm({
  ui,
  typed = {},
  errors = null,
}: {
  ui: Ui;
  typed?: Partial<Record<CountField, string>>;
  errors?: FormErrors | null;
}) {
  const { deadlines } = ui.t;
  return (
    <form class="form slip" method="get" action="/deadlines/count">
      <ErrorSummary ui={ui} errors={errors} />
      <div class="two">
        {COUNT_FIELDS.map((name) => (
          <Field
            ui={ui}
            name={name}
            prefix="count"
            type={errors?.fields[name] === undefined ? 'date' : 'text'}
            label={deadlines.fields[name]}
            value={typed[name]}
            errors={errors}
          />
        ))}
      </div>
      <p class="acts">
        <button class="b do" type="submit">
          {deadlines.count}
        </button>
      </p>
    </form>
  );
}
