import type { ComponentChildren } from 'preact';
import type { Ui } from '../kit/ui.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Written } from '../kit/written.js';

/** A guest's name and address, both optional; no address is asked for where the forum sends no letters. */
export function GuestFields({
  ui,
  written,
  errors,
  prefix,
  emailHint,
}: {
  ui: Ui;
  written: Written;
  errors: FormErrors | null;
  prefix: string | undefined;
  emailHint?: ComponentChildren;
}) {
  const { write } = ui.t;
  return (
    <div class="two">
      <Field
        ui={ui}
        name="name"
        prefix={prefix}
        label={write.name}
        optional={write.optional}
        value={written.name}
        errors={errors}
        autocomplete="nickname"
      />
      {(ui.mail || written.email !== '') && (
        <Field
          ui={ui}
          name="email"
          prefix={prefix}
          label={write.email}
          optional={write.optionalPrivate}
          type="email"
          value={written.email}
          errors={errors}
          autocomplete="email"
          hint={emailHint}
        />
      )}
    </div>
  );
}
