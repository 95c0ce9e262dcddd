import type { FollowedSubmission } from '../../src/submissions/followed.js';
import type { Ui } from '../ui.js';
import { AppealForm, KeptText } from './appeal-form.js';
import { ErrorSummary, Field } from './field.js';
import type { FormErrors } from './form-errors.js';

interface FollowedActsProps {
  ui: Ui;
  submission: FollowedSubmission;
  /** `/follow/TOKEN` or `/me/submissions/ID`; what one may do stands below it. */
  base: string;
  /** Where a correction of the published post goes and whence it is taken back. */
  published: { edits: string; withdrawal: string };
  /** What came back with an error, or null for the text as it stands. */
  written: { title: string; text: string } | null;
  errors: FormErrors | null;
}

function CorrectForm({ ui, submission, base, published, written, errors }: FollowedActsProps) {
  const { write } = ui.t;
  const standing = submission.published;
  const action = standing === null ? `${base}/correction` : published.edits;
  const heading = standing !== null ? write.proposeTitle : submission.status === 'waiting' ? write.correctTitle : write.resendTitle;
  const titled = submission.title !== null;
  return (
    <details class="fold" id="correct" open={errors !== null || submission.status === 'returned'}>
      <summary class="b">{heading}</summary>
      <form class="form slip" method="post" action={action} data-writing="correct">
        <ErrorSummary ui={ui} errors={errors} />
        <input type="hidden" name="version" value={standing === null ? submission.version : standing.change} />
        {titled && <Field ui={ui} name="title" prefix="correct" label={write.title} hint={write.titleHint} value={written?.title ?? submission.title ?? ''} errors={errors} required />}
        <Field ui={ui} name="text" prefix="correct" label={write.text} hint={write.textHint} value={written?.text ?? submission.text} errors={errors} rows={8} required />
        <div class="live-preview" data-preview hidden><h3>{write.livePreview}</h3><div class="text" data-preview-text /></div>
        {standing !== null && <p class="hint">{write.editLede}</p>}
        <p class="acts"><button class="b do" type="submit">{write.sendCorrection}</button></p>
      </form>
    </details>
  );
}

/** Of a published text of one's own page: another takes its place, or none. */
function OwnPageActs({ ui, base, submission }: FollowedActsProps) {
  const { people, write } = ui.t;
  return (
    <div class="acts">
      <a class="b" href="/me/profile">{people.profileChange}</a>{' '}
      <form method="post" action={`${base}/withdrawal`}>
        <input type="hidden" name="version" value={submission.version} />
        <button class="b no" type="submit">{write.withdrawTitle}</button>
      </form>
    </div>
  );
}

/** What its author may still do: correct it, take it back, and where it was refused, keep it and ask once more. */
export function FollowedActs(props: FollowedActsProps) {
  const { ui, submission, base, published, written, errors } = props;
  const { write } = ui.t;
  const { status } = submission;
  const appeal = submission.mayAppeal && <AppealForm ui={ui} base={base} written={written} errors={errors} />;
  if (status === 'withdrawn') return null;
  const standing = submission.published !== null;
  if (status === 'published' && submission.profile !== null) return <OwnPageActs {...props} />;
  if (status === 'published' && !standing) return appeal === false ? null : <div class="folds">{appeal}</div>;
  const over = status === 'refused' || status === 'spam';
  return (
    <div class="folds">
      {over ? <><KeptText ui={ui} submission={submission} />{appeal}</> : <CorrectForm {...props} />}
      <details class="fold" id="withdraw">
        <summary class="b no">{write.withdrawTitle}</summary>
        <form class="form slip" method="post" action={standing ? published.withdrawal : `${base}/withdrawal`}>
          <input type="hidden" name="version" value={submission.version} />
          <p class="hint">{standing ? write.withdrawPublished : write.withdrawWarning}</p>
          <p class="acts"><button class="b no" type="submit">{write.withdrawSure}</button></p>
        </form>
      </details>
    </div>
  );
}
