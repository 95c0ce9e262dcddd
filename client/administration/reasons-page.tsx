import type { Reason } from '../../src/site/reason.js';
import type { Language } from '../../src/visitors/visitor.js';
import { AdministrationNav } from './administration-nav.js';
import { EditedList } from './edited-list.js';
import { Field } from '../kit/field.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';

type Typed = Record<
  'code' | 'fr' | 'en' | 'aboutFr' | 'aboutEn' | 'bodyFr' | 'bodyEn' | 'position' | 'active',
  string
>;

export interface ReasonsPageProps {
  ui: Ui;
  /** The forum's language, in which a reason needs its words. */
  own: Language;
  /** The whole list, in its order. */
  reasons: readonly Reason[];
  /** The form that came back with an error: of the reason with this code, or of a new one (null). */
  written: null | (Typed & { of: string | null });
  errors: FormErrors | null;
  saved: boolean;
}

/** One name for both languages means that the other one was left out. */
function typedOf({ code, position, active, ...reason }: Reason, own: Language): Typed {
  const { fr, en, aboutFr, aboutEn, bodyFr, bodyEn } = reason;
  const names = fr !== en ? { fr, en } : { fr: '', en: '', [own]: reason[own] };
  return { code, ...names, aboutFr, aboutEn, bodyFr, bodyEn, position: String(position), active: active ? 'yes' : '' };
}

const NEW: Typed = {
  code: '',
  fr: '',
  en: '',
  aboutFr: '',
  aboutEn: '',
  bodyFr: '',
  bodyEn: '',
  position: '',
  active: 'yes',
};

/** The names of a reason first, then what is said about it, in both languages side by side in the order of writing. */
function ReasonFields({
  ui,
  own,
  prefix,
  typed,
  errors,
}: {
  ui: Ui;
  own: Language;
  prefix: string;
  typed: Typed;
  errors: FormErrors | null;
}) {
  const { administration, problems } = ui.t;
  const { reasonFields: words, reasonHints: hints } = administration;
  const shared = { ui, prefix, errors };
  const active = wordsOfError(ui, errors, 'active');
  const need = (language: Language) =>
    language === own
      ? { required: true }
      : { optional: ui.t.account.optional, hint: administration.reasonHints.other };
  return (
    <>
      <Field {...shared} {...need('fr')} name="fr" label={words.fr} value={typed.fr} />
      <Field {...shared} {...need('en')} name="en" label={words.en} value={typed.en} />
      <Field {...shared} name="aboutFr" label={words.aboutFr} hint={hints.about} value={typed.aboutFr} rows={2} />
      <Field {...shared} name="aboutEn" label={words.aboutEn} value={typed.aboutEn} rows={2} />
      <Field {...shared} name="bodyFr" label={words.bodyFr} hint={hints.body} value={typed.bodyFr} rows={3} />
      <Field {...shared} name="bodyEn" label={words.bodyEn} value={typed.bodyEn} rows={3} />
      <Field {...shared} name="position" label={words.position} value={typed.position} required />
      <div class={active === null ? 'field' : 'field err'}>
        <label class="pick">
          <input type="checkbox" name="active" value="yes" checked={typed.active === 'yes'} /> {words.active}
        </label>
        {active !== null && <p class="why">{problems.toCorrect(active)}</p>}
      </div>
    </>
  );
}

export function ReasonsPage({ ui, own, reasons, written, errors, saved }: ReasonsPageProps) {
  const { administration, account } = ui.t;
  const added = written !== null && written.of === null ? written : null;
  return (
    <Layout ui={ui} title={administration.reasons} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{administration.reasons}</h1>
        <p class="lede">{administration.reasonsLede}</p>
      </div>
      {saved && <Notice words={account.saved} />}
      <EditedList
        ui={ui}
        noun="reason"
        errors={errors}
        entries={reasons.map((reason) => {
          const back = written?.of === reason.code ? written : null;
          return {
            code: reason.code,
            name: reason[ui.language],
            what: administration.reasonWhat(reason[ui.language]),
            off: reason.active ? null : administration.reasonOff,
            back: back !== null,
            fields: (
              <ReasonFields
                ui={ui}
                own={own}
                prefix={`reason-${reason.code}`}
                typed={back ?? typedOf(reason, own)}
                errors={back && errors}
              />
            ),
          };
        })}
        added={{
          title: administration.newReason,
          button: administration.addReason,
          code: added?.code,
          fields: (
            <ReasonFields
              ui={ui}
              own={own}
              prefix="reason-new"
              typed={added ?? { ...NEW, position: String((reasons.at(-1)?.position ?? 0) + 1) }}
              errors={added && errors}
            />
          ),
        }}
      />
    </Layout>
  );
}
