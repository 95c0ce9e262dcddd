import { Field } from './field.js';
import type { FormErrors } from './form-errors.js';
import type { Ui } from './ui.js';

export interface NewAccountFieldsProps {
  ui: Ui;
  written: { name: string; email: string };
  errors: FormErrors | null;
}

/** What a new account needs, whoever makes one: name, password and, where the forum writes letters, email. */
export function NewAccountFields({ ui, written, errors }: NewAccountFieldsProps) {
  const { account } = ui.t;
  const shared = { ui, errors };
  return (
    <>
      <Field
        {...shared}
        name="name"
        label={account.name}
        hint={account.nameHint}
        value={written.name}
        autocomplete="username"
        required
      />
      <Field
        {...shared}
        name="password"
        label={account.password}
        hint={account.passwordHint}
        type="password"
        autocomplete="new-password"
        required
      />
      {(ui.mail || written.email !== '') && (
        <Field
          {...shared}
          name="email"
          label={account.email}
          optional={account.optional}
          hint={account.emailHintTold}
          type="email"
          value={written.email}
          autocomplete="email"
        />
      )}
    </>
  );
}
