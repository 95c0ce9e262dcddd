import type { PostDocument } from '../../src/documents/visible-document.js';
import { postAddress } from '../kit/address.js';
import type { Author } from '../kit/author.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import { PostDocuments } from '../kit/documents/post-documents.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import { TheMessage } from '../kit/the-message.js';
import type { Ui } from '../kit/ui.js';

export interface ReportPageProps {
  ui: Ui;
  thread: { id: number; title: string };
  number: number;
  author: Author;
  html: string;
  documents: readonly PostDocument[];
  /** Of the form; a page that nobody else gets may carry one. */
  formKey: string;
  written: { reason: string; remark: string; document: string };
  errors: FormErrors | null;
}

/** A reader says what is wrong with a published post. */
export function ReportPage(props: ReportPageProps) {
  const { ui, thread, number, author, html, documents, formKey, written, errors } = props;
  const { after, write } = ui.t;
  const address = postAddress(thread.id, number);
  const title = after.reportTitle(number);
  return (
    <Layout ui={ui} title={title} section="threads" noindex>
      <Trail ui={ui} steps={[{ href: address, words: titleOf(ui, thread) }]} />
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{after.reportLede}</p>
      </div>
      <div class="column stack">
        <TheMessage ui={ui} author={author} html={html}>
          <PostDocuments ui={ui} documents={documents} />
        </TheMessage>
        <form class="form slip" method="post" action={`${address}/report`}>
          <ErrorSummary ui={ui} errors={errors} />
          <input type="hidden" name="key" value={formKey} />
          <ReasonPicker
            ui={ui}
            prefix="report"
            legend={after.reportReason}
            errors={errors}
            chosen={written.reason === '' ? [] : [written.reason]}
          />
          {documents.length > 0 && (
            <Choice
              ui={ui}
              name="document"
              label={after.reportAbout}
              errors={errors}
              value={written.document}
              choices={[
                { value: '', words: after.reportAll },
                ...documents.map((each) => ({ value: each.id, words: titleOfDocument(ui, each) })),
              ]}
            />
          )}
          <Field
            ui={ui}
            name="remark"
            label={after.reportRemark}
            optional={write.optional}
            value={written.remark}
            errors={errors}
            rows={3}
          />
          <p class="acts">
            <button class="b do" type="submit">
              {after.reportSend}
            </button>{' '}
            <a class="q" href={address}>
              {write.cancel}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  );
}

/** The page that a reader gets once, after a report. */
export function ReportedPage({ ui, thread, number }: Pick<ReportPageProps, 'ui' | 'thread' | 'number'>) {
  const { after, write } = ui.t;
  return (
    <Layout ui={ui} title={after.reportedTitle} section="threads" noindex>
      <Trail ui={ui} steps={[{ href: postAddress(thread.id, number), words: titleOf(ui, thread) }]} />
      <div class="title">
        <h1>{after.reportedTitle}</h1>
        <p class="lede">{after.reportedLede}</p>
      </div>
      <p class="acts">
        <a class="b" href={postAddress(thread.id, number)}>
          {write.backToThread}
        </a>
      </p>
    </Layout>
  );
}
