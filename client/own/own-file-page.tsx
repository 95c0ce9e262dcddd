import type { OwnFile } from '../../src/submissions/documents/own-files.js';
import type { TypedDocument } from '../../src/submissions/documents/typed-document.js';
import { BlackOutActs, BlackOutFields, CoveredPages, type Covering } from '../kit/documents/black-out-form.js';
import { measuresBeside, Removed, titleOfDocument } from '../kit/documents/file-facts.js';
import { PlaceForms, RemoveForm, SaidForm } from '../kit/documents/file-forms.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface OwnFilePageProps {
  ui: Ui;
  /** `/follow/TOKEN` or `/me/submissions/ID`. */
  base: string;
  file: OwnFile;
  /** Whether parts of it can be covered. */
  coverable: boolean;
  said: Omit<TypedDocument, 'upload'>;
  covering: Covering;
  version: number;
  errors: FormErrors | null;
}

/** One file of what its author has sent and nobody has decided on: its words, its place, what is covered in it. */
export function OwnFilePage(props: OwnFilePageProps) {
  const { ui, base, file, coverable, said, covering, version, errors } = props;
  const words = ui.t.blackOut;
  const action = `${base}/documents/${file.id}`;
  const forms = { ui, action, version };
  const name = titleOfDocument(ui, { title: file.said.title, kind: file.kind });
  return (
    <Layout ui={ui} title={words.ownTitle(name)} noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={base}>{words.back}</a>
      </nav>
      <div class="title">
        <h1>{words.ownTitle(name)}</h1>
        <p class="lede">{words.ownLede}</p>
      </div>
      <div class="column stack">
        <ErrorSummary ui={ui} errors={errors} />
        <p class="ui meta">{measuresBeside(ui, file.said.title, file)}</p>
        <Removed ui={ui} removed={file.removed} />
        <SaidForm {...forms} kind={file.kind} said={said} errors={errors} />
        <PlaceForms {...forms} place={file.place} of={file.of} />
        {coverable && (
          <>
            <section class="stack">
              <h2 class="filet">{words.title}</h2>
              <p>
                {words.lede} {words.ownHint}
              </p>
              <form class="form slip" method="post" action={action} data-black-out>
                <input type="hidden" name="version" value={version} />
                <BlackOutFields ui={ui} kind={file.kind} covering={covering} errors={errors} />
                <BlackOutActs ui={ui} looked={covering.places !== null} />
              </form>
            </section>
            <CoveredPages ui={ui} base={action} drawn={file.drawn} covering={covering} />
          </>
        )}
        <RemoveForm {...forms} />
      </div>
    </Layout>
  );
}
