import { ErrorSummary, Field } from '../parts/field.js';
import type { FormErrors } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import type { Ui } from '../ui.js';

export interface RegisterPageProps {
  ui: Ui;
  written: { name: string; email: string };
  /** Where to go afterwards: a path of this site, or an empty string. */
  back: string;
  errors: FormErrors | null;
}

export function RegisterPage({ ui, written, back, errors }: RegisterPageProps) {
  const { account } = ui.t;
  const query = back === '' ? '' : `?back=${encodeURIComponent(back)}`;
  return (
    <Layout ui={ui} title={account.registerTitle} noindex>
      <div class="narrow stack">
        <div class="title"><h1>{account.registerTitle}</h1><p class="lede">{account.registerLede}</p></div>
        <form class="form slip" method="post" action="/register">
          <ErrorSummary ui={ui} errors={errors} />
          <Field ui={ui} name="name" label={account.name} hint={account.nameHint} value={written.name} errors={errors} autocomplete="username" required />
          <Field ui={ui} name="password" label={account.password} hint={account.passwordHint} type="password" errors={errors} autocomplete="new-password" required />
          <Field ui={ui} name="email" label={account.email} optional={account.optional} hint={ui.mail ? account.emailHintTold : account.emailHint} type="email" value={written.email} errors={errors} autocomplete="email" />
          {back !== '' && <input type="hidden" name="back" value={back} />}
          <p class="acts"><button class="b do" type="submit">{account.register}</button></p>
        </form>
        <p class="acts"><a class="q" href={`/login${query}`}>{account.haveAccount}</a> <a class="q" href="/about">{ui.t.site.about}</a></p>
      </div>
    </Layout>
  );
}
