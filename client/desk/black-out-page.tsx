import type { CardFile } from '../../src/desk/documents/card-file.js';
import type { TypedDocument } from '../../src/submissions/documents/typed-document.js';
import { BlackOutActs, BlackOutFields, CoveredPages, type Covering } from '../kit/documents/black-out-form.js';
import { PlaceForms, RemoveForm, SaidForm } from '../kit/documents/file-forms.js';
import { measuresBeside, titleOfDocument } from '../kit/documents/file-facts.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface BlackOutPageProps {
  ui: Ui;
  submission: string;
  document: string;
  file: CardFile;
  /** Whether parts of it can be covered. */
  coverable: boolean;
  said: Omit<TypedDocument, 'upload'>;
  covering: Covering;
  version: number;
  forget: boolean;
  errors: FormErrors | null;
}

/** Covering parts of it, what that will look like, and putting the former file back. */
function Cover({ ui, base, file, covering, version, forget, errors }: BlackOutPageProps & { base: string }) {
  const words = ui.t.blackOut;
  const looked = covering.places !== null;
  return (
    <>
      <p>{words.lede}</p>
      <form class="form slip" method="post" action={base} data-black-out>
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
    </>
  );
}

/** One file of what waits: what is said of it, its place, and « Caviarder ». */
export function BlackOutPage(props: BlackOutPageProps) {
  const { ui, submission, document, file, coverable, said, version, errors } = props;
  const words = ui.t.blackOut;
  const base = `/desk/submissions/${submission}/documents/${document}`;
  const name = titleOfDocument(ui, { title: file.said.title, kind: file.kind });
  const heading = coverable ? words.titleOf(name) : words.ownTitle(name);
  const forms = { ui, action: base, version };
  const isWrong = ['title', 'text', 'origin', 'from', 'nature', 'dated', 'to'].some(
    (field) => errors?.fields[field] !== undefined,
  );
  return (
    <Layout ui={ui} title={heading} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{ui.t.desk.title}</a> <a href={`/desk/submissions/${submission}`}>{words.back}</a>
      </nav>
      <div class="title">
        <h1>{heading}</h1>
        <p class="lede">{words.deskLede}</p>
      </div>
      <div class="column stack">
        <ErrorSummary ui={ui} errors={errors} />
        <p class="ui meta">{measuresBeside(ui, file.said.title, file)}</p>
        <details class="fold" open={isWrong || !coverable}>
          <summary class="b">{words.others}</summary>
          <div class="stack">
            <SaidForm {...forms} kind={file.kind} said={said} errors={errors} />
            <PlaceForms {...forms} place={file.place} of={file.of} />
            <RemoveForm {...forms} />
          </div>
        </details>
        {coverable && <Cover {...props} base={base} />}
      </div>
    </Layout>
  );
}
