import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { NewAccountFields } from '../kit/new-account-fields.js';
import type { Ui } from '../kit/ui.js';

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
        <div class="title">
          <h1>{account.registerTitle}</h1>
          <p class="lede">{account.registerLede}</p>
        </div>
        <form class="form slip" method="post" action="/register">
          <ErrorSummary ui={ui} errors={errors} />
          <NewAccountFields ui={ui} written={written} errors={errors} />
          {back !== '' && <input type="hidden" name="back" value={back} />}
          <p class="acts">
            <button class="b do" type="submit">
              {account.register}
            </button>
          </p>
        </form>
        <p class="acts">
          <a class="q" href={`/login${query}`}>
            {account.haveAccount}
          </a>{' '}
          <a class="q" href="/about">
            {ui.t.site.about}
          </a>
        </p>
      </div>
    </Layout>
  );
}
