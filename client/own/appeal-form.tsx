import type { FollowedSubmission } from '../../src/submissions/followed.js';
import type { Ui } from '../kit/ui.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Time } from '../kit/time.js';

interface AppealFormProps {
  ui: Ui;
  /** `/follow/TOKEN` or `/me/submissions/ID`. */
  base: string;
  written: { text: string } | null;
  errors: FormErrors | null;
}

/** Once for each refusal: why somebody else of the team should look again. */
export function AppealForm({ ui, base, written, errors }: AppealFormProps) {
  const { after } = ui.t;
  return (
    <details class="fold" id="appeal" open={errors !== null}>
      <summary class="b">{after.appealTitle}</summary>
      <form class="form slip" method="post" action={`${base}/appeal`} data-writing="appeal">
        <ErrorSummary ui={ui} errors={errors} />
        <p class="hint">{after.appealLede}</p>
        <Field
          ui={ui}
          name="text"
          prefix="appeal"
          label={after.appealText}
          value={written?.text}
          errors={errors}
          rows={4}
          required
        />
        <p class="acts">
          <button class="b do" type="submit">
            {after.appealSend}
          </button>
        </p>
      </form>
    </details>
  );
}

/** What one has said against a refusal, and what came of it. */
export function OwnAppeal({ ui, appeal }: { ui: Ui; appeal: NonNullable<FollowedSubmission['appeal']> }) {
  const { after, write } = ui.t;
  const look = { waiting: 'wait', granted: 'good', confirmed: 'bad' }[appeal.status];
  return (
    <section class={`slip ${look}`} aria-labelledby="appealed">
      <h2 class="filet" id="appealed">
        {after.appealHeading}
      </h2>
      <p class="flag">{after.appealStates[appeal.status]}</p>
      <p class="meta">
        <Time ui={ui} at={appeal.decidedAt ?? appeal.writtenAt} />
      </p>
      {appeal.remark !== null && <p class="remark">{write.remark(appeal.remark)}</p>}
      <div class="text" dangerouslySetInnerHTML={{ __html: appeal.html }} />
    </section>
  );
}

/** A refused text stays with its author, to be used again. */
export function KeptText({ ui, submission }: { ui: Ui; submission: FollowedSubmission }) {
  const { after } = ui.t;
  return (
    <details class="fold" id="kept">
      <summary class="b">{after.keptText}</summary>
      <div class="form slip">
        <p class="hint">{after.keptTextHint}</p>
        {submission.title !== null && (
          <div class="field">
            <label for="kept-title">{ui.t.write.title}</label>
            <input id="kept-title" type="text" value={submission.title} readOnly />
          </div>
        )}
        <div class="field">
          <label for="kept-text">{ui.t.write.text}</label>
          <textarea id="kept-text" rows={8} readOnly>{`\n${submission.text}`}</textarea>
        </div>
      </div>
    </details>
  );
}
