import type { Reason } from '../../src/site/reason.js';
import { AdministrationNav } from '../parts/administration-nav.js';
import { ErrorSummary, Field } from '../parts/field.js';
import { type FormErrors, wordsOfError } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import { Notice } from '../parts/notice.js';
import type { Ui } from '../ui.js';

type Typed = Record<'code' | 'fr' | 'en' | 'aboutFr' | 'aboutEn' | 'bodyFr' | 'bodyEn' | 'position' | 'active', string>;

export interface ReasonsPageProps {
  ui: Ui;
  /** The whole list, in its order. */
  reasons: readonly Reason[];
  /** What came back with an error: of the reason with this code, or of a new one (null). */
  written: null | (Typed & { of: string | null });
  errors: FormErrors | null;
  saved: boolean;
}

function typedOf({ code, fr, en, aboutFr, aboutEn, bodyFr, bodyEn, position, active }: Reason): Typed {
  return { code, fr, en, aboutFr, aboutEn, bodyFr, bodyEn, position: String(position), active: active ? 'yes' : '' };
}

const NEW: Typed = { code: '', fr: '', en: '', aboutFr: '', aboutEn: '', bodyFr: '', bodyEn: '', position: '', active: 'yes' };

/** The names of a reason first, then what is said about it, in both languages side by side in the order of writing. */
function ReasonFields({ ui, prefix, typed, errors }: { ui: Ui; prefix: string; typed: Typed; errors: FormErrors | null }) {
  const { administration, problems } = ui.t;
  const { reasonFields: words, reasonHints: hints } = administration;
  const shared = { ui, prefix, errors };
  const active = wordsOfError(ui, errors, 'active');
  return (
    <>
      <Field {...shared} name="fr" label={words.fr} value={typed.fr} required />
      <Field {...shared} name="en" label={words.en} value={typed.en} required />
      <Field {...shared} name="aboutFr" label={words.aboutFr} hint={hints.about} value={typed.aboutFr} rows={2} />
      <Field {...shared} name="aboutEn" label={words.aboutEn} value={typed.aboutEn} rows={2} />
      <Field {...shared} name="bodyFr" label={words.bodyFr} hint={hints.body} value={typed.bodyFr} rows={3} />
      <Field {...shared} name="bodyEn" label={words.bodyEn} value={typed.bodyEn} rows={3} />
      <Field {...shared} name="position" label={words.position} value={typed.position} required />
      <div class={active === null ? 'field' : 'field err'}>
        <label class="pick"><input type="checkbox" name="active" value="yes" checked={typed.active === 'yes'} />{' '}{words.active}</label>
        {active !== null && <p class="why">{problems.toCorrect(active)}</p>}
      </div>
    </>
  );
}

export function ReasonsPage({ ui, reasons, written, errors, saved }: ReasonsPageProps) {
  const { administration, account } = ui.t;
  const added = written !== null && written.of === null ? written : null;
  return (
    <Layout ui={ui} title={administration.reasons} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title"><h1>{administration.reasons}</h1><p class="lede">{administration.reasonsLede}</p></div>
      {saved && <Notice words={account.saved} />}
      <div class="narrow stack">
        {reasons.map((reason) => {
          const back = written?.of === reason.code ? written : null;
          return (
            <details class="fold" id={`reason-${reason.code}`} open={back !== null}>
              <summary><b>{ui.language === 'fr' ? reason.fr : reason.en}</b>{!reason.active && <> <span class="state refused">{administration.reasonOff}</span></>}</summary>
              <form class="form slip" method="post" action={`/reasons/${reason.code}`}>
                {back !== null && <ErrorSummary ui={ui} errors={errors} />}
                <ReasonFields ui={ui} prefix={`r-${reason.code}`} typed={back ?? typedOf(reason)} errors={back && errors} />
                <p class="acts"><button class="b do" type="submit">{account.save}<span class="vh">{administration.reasonWhat(reason[ui.language])}</span></button></p>
              </form>
            </details>
          );
        })}
        <section aria-labelledby="new-reason">
          <h2 class="filet" id="new-reason">{administration.newReason}</h2>
          <form class="form slip" method="post" action="/reasons">
            {added !== null && <ErrorSummary ui={ui} errors={errors} />}
            <ReasonFields ui={ui} prefix="r-new" typed={added ?? { ...NEW, position: String((reasons.at(-1)?.position ?? 0) + 1) }} errors={added && errors} />
            <Field ui={ui} name="code" prefix="r-new" label={administration.reasonFields.code} hint={administration.reasonHints.code} value={added?.code} errors={added && errors} />
            <p class="acts"><button class="b do" type="submit">{administration.addReason}</button></p>
          </form>
        </section>
      </div>
    </Layout>
  );
}
