import type { Theme } from '../../src/site/theme.js';
import { AdministrationNav } from './administration-nav.js';
import { EditedList } from './edited-list.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';

type Typed = Record<'code' | 'fr' | 'en' | 'position' | 'active', string>;

export interface ThemesPageProps {
  ui: Ui;
  /** The whole list, in its order. */
  themes: readonly Theme[];
  /** The form that came back with an error: of the theme with this code, or of a new one (null). */
  written: null | (Typed & { of: string | null });
  errors: FormErrors | null;
  saved: boolean;
}

function typedOf({ code, fr, en, position, active }: Theme): Typed {
  return { code, fr, en, position: String(position), active: active ? 'yes' : '' };
}

function ThemeFields(props: { ui: Ui; prefix: string; typed: Typed; errors: FormErrors | null }) {
  const { ui, prefix, typed, errors } = props;
  const { reasonFields: words, themeActive } = ui.t.administration;
  const shared = { ui, prefix, errors };
  return (
    <>
      <Field {...shared} name="fr" label={words.fr} value={typed.fr} required />
      <Field {...shared} name="en" label={words.en} value={typed.en} required />
      <Field {...shared} name="position" label={words.position} value={typed.position} required />
      <div class="field">
        <label class="pick">
          <input type="checkbox" name="active" value="yes" checked={typed.active === 'yes'} /> {themeActive}
        </label>
      </div>
    </>
  );
}

/** What workshops and cases are about: a list that grows, and from which nothing is deleted. */
export function ThemesPage({ ui, themes, written, errors, saved }: ThemesPageProps) {
  const { administration, account } = ui.t;
  const added = written !== null && written.of === null ? written : null;
  const fresh: Typed = {
    code: '',
    fr: '',
    en: '',
    position: String((themes.at(-1)?.position ?? 0) + 1),
    active: 'yes',
  };
  return (
    <Layout ui={ui} title={administration.themes} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{administration.themes}</h1>
        <p class="lede">{administration.themesLede}</p>
      </div>
      {saved && <Notice words={account.saved} />}
      <EditedList
        ui={ui}
        noun="theme"
        errors={errors}
        entries={themes.map((theme) => {
          const back = written?.of === theme.code ? written : null;
          return {
            code: theme.code,
            name: theme[ui.language],
            what: administration.themeWhat(theme[ui.language]),
            off: theme.active ? null : administration.themeOff,
            back: back !== null,
            fields: (
              <ThemeFields
                ui={ui}
                prefix={`theme-${theme.code}`}
                typed={back ?? typedOf(theme)}
                errors={back && errors}
              />
            ),
          };
        })}
        added={{
          title: administration.newTheme,
          button: administration.addTheme,
          code: added?.code,
          fields: <ThemeFields ui={ui} prefix="theme-new" typed={added ?? fresh} errors={added && errors} />,
        }}
      />
    </Layout>
  );
}
