import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';

export interface LoginPageProps {
  ui: Ui;
  name: string;
  /** Where to go afterwards: a path of this site, or an empty string. */
  back: string;
  /** Whether a new password has just been chosen. */
  recovered?: boolean;
  /** For a wrong pair: `{ fields: { password: 'wrong-log-in' } }`. */
  errors: FormErrors | null;
}

export function LoginPage({ ui, name, back, recovered = false, errors }: LoginPageProps) {
  const { account } = ui.t;
  const query = back === '' ? '' : `?back=${encodeURIComponent(back)}`;
  return (
    <Layout ui={ui} title={account.logInTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{account.logInTitle}</h1>
          <p class="lede">{account.logInLede}</p>
        </div>
        {recovered && <Notice words={account.recovered} />}
        <form class="form slip" method="post" action="/login">
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
          <Field
            ui={ui}
            name="password"
            label={account.password}
            type="password"
            errors={errors}
            autocomplete="current-password"
            required
          />
          {back !== '' && <input type="hidden" name="back" value={back} />}
          <p class="acts">
            <button class="b do" type="submit">
              {account.logIn}
            </button>
          </p>
        </form>
        <p class="acts">
          <a class="q" href={`/register${query}`}>
            {account.noAccount}
          </a>{' '}
          <a class="q" href="/recovery">
            {account.forgotten}
          </a>{' '}
          <a class="q" href="/follow">
            {ui.t.section.findAgain}
          </a>
        </p>
      </div>
    </Layout>
  );
}
