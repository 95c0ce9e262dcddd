import type { FollowedSubmission } from '../../src/submissions/followed.js';
import { Steps } from '../kit/steps.js';
import type { Ui } from '../kit/ui.js';
import { headingOf, stepOf } from './followed.js';

/** What became of a submission, and while it waits, for how long that usually is. */
export function FollowedTitle({
  ui,
  submission,
  usualDelay,
}: {
  ui: Ui;
  submission: FollowedSubmission;
  /** Milliseconds, or null while too little is known. */
  usualDelay: number | null;
}) {
  const { write } = ui.t;
  return (
    <>
      <Steps ui={ui} at={stepOf(submission)} />
      <div class="title">
        <h1>{headingOf(ui, submission)}</h1>
        {submission.status === 'waiting' && (
          <p class="lede">
            {write.thanksLede}
            {usualDelay !== null && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}
          </p>
        )}
      </div>
    </>
  );
}
