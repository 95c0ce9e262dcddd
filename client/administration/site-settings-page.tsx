import type { ChosenSite, FirstStepsState } from '../../src/administration/site-settings.js';
import type { SiteWord } from '../../src/site/site.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';
import { AdministrationNav } from './administration-nav.js';
import { FirstSteps } from './first-steps.js';

export interface SiteSettingsPageProps {
  ui: Ui;
  written: ChosenSite;
  steps: FirstStepsState;
  errors: FormErrors | null;
  saved: boolean;
}

/** Fields: name, description, language, timeZone, profiles, and the words of the site. */
export function SiteSettingsPage({ ui, written, steps, errors, saved }: SiteSettingsPageProps) {
  const { account, administration, site } = ui.t;
  const languages = [
    { value: 'fr', words: account.languages.fr },
    { value: 'en', words: account.languages.en },
  ];
  const shared = { ui, errors };
  return (
    <Layout ui={ui} title={administration.site} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{administration.site}</h1>
      </div>
      {saved && <Notice words={account.saved} />}
      <FirstSteps ui={ui} done={steps} />
      <form class="form column" method="post" action="/site">
        <ErrorSummary ui={ui} errors={errors} />
        <Field {...shared} name="name" label={account.siteName} value={written.name} required />
        <Field
          {...shared}
          name="description"
          label={account.siteDescription}
          optional={account.optional}
          value={written.description}
        />
        <div class="two">
          <Choice {...shared} name="language" label={account.language} value={written.language} choices={languages} />
          <Field
            {...shared}
            name="timeZone"
            label={account.timeZone}
            hint={account.timeZoneHint}
            value={written.timeZone}
            required
          />
        </div>
        <Field
          {...shared}
          name="profiles"
          label={administration.profiles}
          optional={account.optional}
          hint={administration.profilesHint}
          value={written.profiles}
          rows={3}
        />
        <Field
          {...shared}
          name="licence"
          label={administration.licence}
          optional={account.optional}
          hint={administration.licenceHint}
          value={written.licence}
        />
        {(Object.keys(site.words) as SiteWord[]).map((word) => (
          <Field
            {...shared}
            name={word}
            label={site.words[word]}
            optional={account.optional}
            hint={administration.wordsHint(`/${word}`)}
            value={written[word]}
            rows={8}
          />
        ))}
        <p class="acts">
          <button class="b do" type="submit">
            {account.save}
          </button>
        </p>
      </form>
    </Layout>
  );
}
