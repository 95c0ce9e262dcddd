import type { FollowedSubmission } from '../../src/submissions/followed.js';
import type { Ui } from '../kit/ui.js';
import { postAddress } from '../kit/address.js';
import { AppealForm, KeptText } from './appeal-form.js';
import { TypedTooLate } from './typed-too-late.js';
import { FactsFields } from '../kit/facts/facts.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import { FilesFields } from '../writing/files-fields.js';
import { SortChoice } from '../kit/sort-choice.js';
import type { FormErrors } from '../kit/form-errors.js';

/** What came back with an error. */
export interface FollowedWritten {
  title: string;
  text: string;
  question?: boolean | undefined;
  facts?: TypedFacts | undefined;
  documents?: readonly HeldFile[] | undefined;
}

interface FollowedActsProps {
  ui: Ui;
  submission: FollowedSubmission;
  /** `/follow/TOKEN` or `/me/submissions/ID`; the addresses of its acts are below it. */
  base: string;
  /** The addresses for an edit and for the withdrawal of the published post. */
  published: { edits: string; withdrawal: string };
  /** What came back with an error, or null for the text as it stands. */
  written: FollowedWritten | null;
  /** Its facts as their form has them. */
  facts: TypedFacts | null;
  errors: FormErrors | null;
}

function CorrectForm({ ui, submission, base, published, written, facts, errors }: FollowedActsProps) {
  const { write } = ui.t;
  const standing = submission.published;
  const action = standing === null ? `${base}/correction` : published.edits;
  const heading =
    standing !== null ? write.proposeTitle : submission.status === 'waiting' ? write.correctTitle : write.resendTitle;
  const titled = submission.title !== null;
  const documents = submission.proposes ? [] : (written?.documents ?? submission.documents);
  return (
    <details
      class="fold"
      id="correct"
      open={errors !== null || written?.documents !== undefined || submission.status === 'returned'}
    >
      <summary class="b">{heading}</summary>
      <form
        class="form slip"
        method="post"
        action={action}
        data-writing="correct"
        enctype={submission.attaches ? 'multipart/form-data' : undefined}
      >
        <ErrorSummary ui={ui} errors={errors} />
        <input type="hidden" name="version" value={standing === null ? submission.version : standing.change} />
        {titled && (
          <Field
            ui={ui}
            name="title"
            prefix="correct"
            label={write.title}
            hint={write.titleHint}
            value={written?.title ?? submission.title ?? ''}
            errors={errors}
            required
          />
        )}
        <Field
          ui={ui}
          name="text"
          prefix="correct"
          label={write.text}
          hint={write.textHint}
          value={written?.text ?? submission.text}
          errors={errors}
          rows={8}
          required={submission.facts?.of !== 'step'}
        />
        <SortChoice
          ui={ui}
          question={submission.asks === null ? null : (written?.question ?? submission.asks)}
          errors={errors}
          prefix="correct"
        />
        {submission.facts !== null && (
          <FactsFields
            ui={ui}
            of={submission.facts.of}
            typed={written?.facts ?? facts ?? {}}
            errors={errors}
            prefix="correct"
          />
        )}
        <div class="live-preview" data-preview hidden>
          <h3>{write.livePreview}</h3>
          <div class="text" data-preview-text />
        </div>
        {(submission.attaches || documents.length > 0) && (
          <FilesFields
            ui={ui}
            documents={documents}
            errors={errors}
            prefix="correct"
            base={base}
            attaches={submission.attaches}
          />
        )}
        {standing !== null && <p class="hint">{write.editLede}</p>}
        <p class="acts">
          <button class="b do" type="submit">
            {write.sendCorrection}
          </button>
        </p>
      </form>
    </details>
  );
}

/** For the published text of a member's own page: replace it, or remove it. */
function OwnPageActs({ ui, base, submission }: FollowedActsProps) {
  const { people, write } = ui.t;
  return (
    <div class="acts">
      <a class="b" href="/me/profile">
        {people.profileChange}
      </a>{' '}
      <form method="post" action={`${base}/withdrawal`}>
        <input type="hidden" name="version" value={submission.version} />
        <button class="b no" type="submit">
          {write.withdrawTitle}
        </button>
      </form>
    </div>
  );
}

/** For what those who have registered read: it is taken off their pages. */
function RegisteredActs({ ui, base, submission }: FollowedActsProps) {
  return (
    <form class="acts" method="post" action={`${base}/withdrawal`}>
      <input type="hidden" name="version" value={submission.version} />
      <button class="b no" type="submit">
        {ui.t.write.withdrawTitle}
      </button>
    </form>
  );
}

/** It is the text of somebody else's post now: another one can be proposed, and the name under it taken back. */
function StandingProposal({
  ui,
  base,
  submission,
  at,
}: FollowedActsProps & { at: { thread: number; number: number } }) {
  const { cases, write } = ui.t;
  return (
    <div class="folds">
      <p class="acts">
        <a class="b" href={`${postAddress(at.thread, at.number)}/edits/new`}>
          {cases.proposeAgain}
        </a>
      </p>
      <details class="fold" id="withdraw">
        <summary class="b no">{cases.takeNameBack}</summary>
        <form class="form slip" method="post" action={`${base}/withdrawal`}>
          <input type="hidden" name="version" value={submission.version} />
          <p class="hint">{cases.takeNameBackWords}</p>
          <p class="acts">
            <button class="b no" type="submit">
              {write.withdrawSure}
            </button>
          </p>
        </form>
      </details>
    </div>
  );
}

/** What its author may still do, below what they have typed too late for it. */
export function FollowedActs(props: FollowedActsProps) {
  return (
    <>
      <TypedTooLate {...props} />
      <StandingActs {...props} />
    </>
  );
}

/** To correct it, to withdraw it, and when it was refused, to keep the text and appeal. */
function StandingActs(props: FollowedActsProps) {
  const { ui, submission, base, published, written, errors } = props;
  const { write } = ui.t;
  const { status } = submission;
  const appeal = submission.mayAppeal && <AppealForm ui={ui} base={base} written={written} errors={errors} />;
  if (status === 'withdrawn') return null;
  const standing = submission.published !== null;
  if (status === 'published' && submission.profile !== null) return <OwnPageActs {...props} />;
  if (status === 'published' && submission.readByRegistered) return <RegisteredActs {...props} />;
  if (status === 'published' && !standing) return appeal === false ? null : <div class="folds">{appeal}</div>;
  const over = status === 'refused' || status === 'spam';
  if (submission.proposes && submission.published !== null)
    return <StandingProposal {...props} at={submission.published} />;
  return (
    <div class="folds">
      {over ? (
        <>
          <KeptText ui={ui} submission={submission} />
          {appeal}
        </>
      ) : (
        <CorrectForm {...props} />
      )}
      {!submission.hosted && (
        <details class="fold" id="withdraw">
          <summary class="b no">{write.withdrawTitle}</summary>
          <form class="form slip" method="post" action={standing ? published.withdrawal : `${base}/withdrawal`}>
            <input type="hidden" name="version" value={submission.version} />
            <p class="hint">
              {standing ? write.withdrawPublished : write.withdrawWarning}
              {submission.documents.some(({ file }) => file !== null) && ` ${write.withdrawFiles}`}
            </p>
            <p class="acts">
              <button class="b no" type="submit">
                {write.withdrawSure}
              </button>
            </p>
          </form>
        </details>
      )}
    </div>
  );
}
