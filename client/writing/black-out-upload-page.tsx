import type { CoverableUpload } from '../../src/uploads/blacked-uploads.js';
import { BlackOutActs, BlackOutFields, CoveredPages, type Covering } from '../kit/documents/black-out-form.js';
import { measuresBeside, titleOfDocument } from '../kit/documents/file-facts.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface BlackOutUploadPageProps {
  ui: Ui;
  token: string;
  file: CoverableUpload;
  covering: Covering;
  version: string;
  /** It was just covered. */
  done: boolean;
  errors: FormErrors | null;
}

/** « Caviarder » a file that nobody has been sent yet: the form that will attach it waits in another tab. */
export function BlackOutUploadPage(props: BlackOutUploadPageProps) {
  const { ui, token, file, covering, version, done, errors } = props;
  const words = ui.t.blackOut;
  return (
    <Layout ui={ui} title={words.title} noindex>
      <div class="title">
        <h1>{words.titleOf(titleOfDocument(ui, { title: '', kind: file.kind }))}</h1>
        <p class="lede">{words.lede}</p>
      </div>
      <div class="column stack">
        {done && (
          <p class="slip good ui" role="status">
            {words.uploadDone}
          </p>
        )}
        <p class="ui meta">{measuresBeside(ui, '', file)}</p>
        <p>
          {words.ownHint} {!done && words.uploadHint}
        </p>
        <form class="form slip" method="post" action={`/uploads/${token}/blackout`} data-black-out>
          <ErrorSummary ui={ui} errors={errors} />
          <input type="hidden" name="version" value={version} />
          <BlackOutFields ui={ui} kind={file.kind} covering={covering} errors={errors} />
          <BlackOutActs ui={ui} looked={covering.places !== null} />
        </form>
        <CoveredPages ui={ui} base={`/uploads/${token}`} drawn={file.drawn} covering={covering} />
      </div>
    </Layout>
  );
}
