import { ErrorSummary, Field } from '../parts/field.js';
import type { FormErrors } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import { Notice } from '../parts/notice.js';
import type { Ui } from '../ui.js';

export interface LoginPageProps {
  ui: Ui;
  name: string;
  /** Where to go afterwards: a path of this site, or an empty string. */
  back: string;
  /** Somebody has just chosen a new password. */
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
        <div class="title"><h1>{account.logInTitle}</h1><p class="lede">{account.logInLede}</p></div>
        {recovered && <Notice words={account.recovered} />}
        <form class="form slip" method="post" action="/login">
          <ErrorSummary ui={ui} errors={errors} />
          <Field ui={ui} name="name" label={account.name} value={name} errors={errors} autocomplete="username" required />
          <Field ui={ui} name="password" label={account.password} type="password" errors={errors} autocomplete="current-password" required />
          {back !== '' && <input type="hidden" name="back" value={back} />}
          <p class="acts"><button class="b do" type="submit">{account.logIn}</button></p>
        </form>
        <p class="acts"><a class="q" href={`/register${query}`}>{account.noAccount}</a> <a class="q" href="/recovery">{account.forgotten}</a></p>
      </div>
    </Layout>
  );
}
