import type { FollowedSubmission } from '../../src/submissions/followed.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

interface TypedTooLateProps {
  ui: Ui;
  submission: FollowedSubmission;
  written: { text: string } | null;
  errors: FormErrors | null;
}

/** Whether its page still has a form in which a text stands. */
function takesText({
  status,
  published,
  profile,
  readByRegistered,
  proposes,
  mayAppeal,
}: FollowedSubmission): boolean {
  if (status === 'withdrawn') return false;
  if (status === 'refused' || status === 'spam') return mayAppeal;
  if (status !== 'published') return true;
  if (profile !== null || readByRegistered) return false;
  return published === null ? mayAppeal : !proposes;
}

/** What was typed into a form that is gone, since something else was done or decided in the meantime. */
export function TypedTooLate({ ui, submission, written, errors }: TypedTooLateProps) {
  if (written === null || takesText(submission)) return null;
  const { after } = ui.t;
  return (
    <section class="form slip" data-too-late>
      <ErrorSummary ui={ui} errors={errors} />
      <div class="field">
        <label for="too-late">{after.keptText}</label>
        <textarea id="too-late" rows={8} readOnly>{`\n${written.text}`}</textarea>
        <p class="hint">{after.keptTextHint}</p>
      </div>
    </section>
  );
}
