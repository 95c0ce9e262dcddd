import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface RecoveryPageProps {
  ui: Ui;
  name: string;
  /** For a wrong pair: `{ fields: { code: 'wrong-code' } }`. */
  errors: FormErrors | null;
}

export function RecoveryPage({ ui, name, errors }: RecoveryPageProps) {
  const { account } = ui.t;
  return (
    <Layout ui={ui} title={account.recoveryTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{account.recoveryTitle}</h1>
          <p class="lede">{account.recoveryLede}</p>
        </div>
        <form class="form slip" method="post" action="/recovery">
          <ErrorSummary ui={ui} errors={errors} />
          <Field
            ui={ui}
            name="name"
            label={account.name}
            value={name}
            errors={errors}
            autocomplete="username"
            required
          />
          <Field ui={ui} name="code" label={account.code} errors={errors} autocomplete="off" required />
          <Field
            ui={ui}
            name="password"
            label={account.newPassword}
            hint={account.passwordHint}
            type="password"
            errors={errors}
            autocomplete="new-password"
            required
          />
          <p class="acts">
            <button class="b do" type="submit">
              {account.recover}
            </button>{' '}
            <a class="q" href="/login">
              {account.logIn}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
