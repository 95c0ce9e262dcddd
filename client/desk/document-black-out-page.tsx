import type { PublishedFile } from '../../src/desk/documents/published-file.js';
import { documentAddress, postAddress } from '../kit/address.js';
import { BlackOutActs, BlackOutFields, CoveredPages, type Covering } from '../kit/documents/black-out-form.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import type { Ui } from '../kit/ui.js';

export interface DocumentBlackOutPageProps {
  ui: Ui;
  file: PublishedFile;
  covering: Covering;
  written: { version: number; reason: string; remark: string; forget: boolean };
  errors: FormErrors | null;
}

/** « Caviarder » what everybody reads already: what it will be is shown before, and why is said to everybody. */
export function DocumentBlackOutPage({ ui, file, covering, written, errors }: DocumentBlackOutPageProps) {
  const { blackOut: words, people } = ui.t;
  const looked = covering.places !== null;
  const title = titleOfDocument(ui, file);
  return (
    <Layout ui={ui} title={words.title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{ui.t.desk.title}</a> <a href={postAddress(file.thread, file.number)}>{words.back}</a>{' '}
        <a href={documentAddress(file)}>{title}</a>
      </nav>
      <div class="title">
        <h1>{words.titleOf(title)}</h1>
        <p class="lede">{words.publishedLede}</p>
      </div>
      <div class="column stack">
        <form class="form slip team" method="post" action={`/desk/documents/${file.id}/blackout`} data-black-out>
          <ErrorSummary ui={ui} errors={errors} />
          <input type="hidden" name="version" value={written.version} />
          <BlackOutFields ui={ui} kind={file.kind} covering={covering} errors={errors} />
          {looked && (
            <>
              <ReasonPicker
                ui={ui}
                prefix="black-out"
                errors={errors}
                chosen={[written.reason]}
                legend={people.editReason}
                optional
              />
              <Field
                ui={ui}
                errors={errors}
                prefix="black-out"
                name="remark"
                label={people.editWords}
                optional={people.editWordsHint}
                value={written.remark}
                rows={2}
              />
              <label class="pick">
                <input type="checkbox" name="forget" value="yes" checked={written.forget} /> {words.forget}
              </label>
            </>
          )}
          <BlackOutActs ui={ui} looked={looked} />
        </form>
        <CoveredPages ui={ui} base={`/document/${file.id}`} drawn={file.drawn} covering={covering} />
      </div>
    </Layout>
  );
}
