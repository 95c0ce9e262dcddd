import type { CoverableFile } from '../../src/desk/documents/coverable-file.js';
import { BlackOutActs, BlackOutFields, CoveredPages, type Covering } from '../kit/documents/black-out-form.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface BlackOutPageProps {
  ui: Ui;
  submission: string;
  document: string;
  file: CoverableFile;
  covering: Covering;
  version: number;
  forget: boolean;
  errors: FormErrors | null;
}

/** « Caviarder »: words, pages and rectangles to cover, what that will look like, and then the deed. */
export function BlackOutPage({
  ui,
  submission,
  document,
  file,
  covering,
  version,
  forget,
  errors,
}: BlackOutPageProps) {
  const words = ui.t.blackOut;
  const base = `/desk/submissions/${submission}/documents/${document}`;
  const looked = covering.places !== null;
  return (
    <Layout ui={ui} title={words.title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{ui.t.desk.title}</a> <a href={`/desk/submissions/${submission}`}>{words.back}</a>
      </nav>
      <div class="title">
        <h1>{words.titleOf(titleOfDocument(ui, file))}</h1>
        <p class="lede">{words.lede}</p>
      </div>
      <div class="column stack">
        <form class="form slip" method="post" action={base} data-black-out>
          <ErrorSummary ui={ui} errors={errors} />
          <input type="hidden" name="version" value={version} />
          <BlackOutFields ui={ui} kind={file.kind} covering={covering} errors={errors} />
          {looked && (
            <label class="pick">
              <input type="checkbox" name="forget" value="yes" checked={forget} /> {words.forget}
            </label>
          )}
          <BlackOutActs ui={ui} looked={looked} />
        </form>
        {file.former !== null && (
          <form class="form slip" method="post" action={base}>
            <input type="hidden" name="version" value={version} />
            <p>{words.formerHint}</p>
            <p class="acts">
              <button class="b" type="submit" name="action" value="former">
                {words.former}
              </button>
            </p>
          </form>
        )}
        <CoveredPages ui={ui} base={base} drawn={file.drawn} covering={covering} />
      </div>
    </Layout>
  );
}
