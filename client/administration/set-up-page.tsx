import type { Language } from '../../src/visitors/visitor.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { NewAccountFields } from '../kit/new-account-fields.js';
import type { Ui } from '../kit/ui.js';

export interface SetUpPageProps {
  ui: Ui;
  token: string;
  written: { site: string; description: string; language: Language; timeZone: string; name: string; email: string };
  errors: FormErrors | null;
}

/** The one-time page behind the printed link. Fields: site, description, language, timeZone, name, password, email. */
export function SetUpPage({ ui, token, written, errors }: SetUpPageProps) {
  const { account } = ui.t;
  const languages = [
    { value: 'fr', words: account.languages.fr },
    { value: 'en', words: account.languages.en },
  ];
  return (
    <Layout ui={ui} title={account.setUpTitle} noindex bare>
      <div class="narrow stack">
        <div class="title">
          <h1>{account.setUpTitle}</h1>
          <p class="lede">{account.setUpLede}</p>
        </div>
        <form class="form slip" method="post" action={`/set-up/${token}`}>
          <ErrorSummary ui={ui} errors={errors} />
          <h2>{account.setUpSite}</h2>
          <Field ui={ui} name="site" label={account.siteName} value={written.site} errors={errors} required />
          <Field
            ui={ui}
            name="description"
            label={account.siteDescription}
            optional={account.optional}
            value={written.description}
            errors={errors}
          />
          <div class="two">
            <Choice
              ui={ui}
              name="language"
              label={account.language}
              value={written.language}
              choices={languages}
              errors={errors}
            />
            <Field
              ui={ui}
              name="timeZone"
              label={account.timeZone}
              hint={account.timeZoneHint}
              value={written.timeZone}
              errors={errors}
              required
            />
          </div>
          <h2>{account.setUpYou}</h2>
          <NewAccountFields ui={ui} written={written} errors={errors} />
          <p class="acts">
            <button class="b do" type="submit">
              {account.setUp}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  );
}
