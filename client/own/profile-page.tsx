import type { FollowedSubmission } from '../../src/submissions/followed.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface ProfilePageProps {
  ui: Ui;
  /** Whether the text is published at once. */
  atOnce: boolean;
  /** What everybody reads now; null for nothing. */
  standing: null | { html: string; source: string };
  /** The text that waits or was returned. */
  waiting: FollowedSubmission | null;
  /** Of a new text; a correction names its version instead. */
  formKey: string;
  written: string | null;
  errors: FormErrors | null;
}

function State({ ui, waiting }: { ui: Ui; waiting: FollowedSubmission }) {
  const { people, write } = ui.t;
  const waits = waiting.status === 'waiting';
  return (
    <section class={waits ? 'slip wait' : 'slip team'} data-profile={waiting.status}>
      <p class="flag">{waits ? people.profileWaits : people.profileReturned}</p>
      {waiting.remark !== null && waiting.remark !== '' && <p class="remark">{write.remark(waiting.remark)}</p>}
      <div class="text" dangerouslySetInnerHTML={{ __html: waiting.html }} />
      <p class="acts">
        <a class="q" href={`/me/submissions/${waiting.id}`}>
          {people.profileState}
        </a>
      </p>
    </section>
  );
}

/** The text of a member's own page: the form, the text that waits, and the one that everybody reads. */
export function ProfilePage({ ui, atOnce, standing, waiting, formKey, written, errors }: ProfilePageProps) {
  const { people, write } = ui.t;
  const text = written ?? waiting?.text ?? standing?.source ?? '';
  return (
    <Layout ui={ui} title={people.profileTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{people.profileTitle}</h1>
          <p class="lede">{atOnce ? people.profileLedeTeam : people.profileLede}</p>
        </div>
        {waiting !== null && <State ui={ui} waiting={waiting} />}
        <form class="form slip" method="post" action="/me/profile" data-writing="correct">
          <ErrorSummary ui={ui} errors={errors} />
          {waiting === null ? (
            <input type="hidden" name="key" value={formKey} />
          ) : (
            <input type="hidden" name="version" value={waiting.version} />
          )}
          <Field
            ui={ui}
            name="text"
            label={people.profileText}
            hint={people.profileHint}
            value={text}
            errors={errors}
            rows={5}
            required
          />
          <div class="live-preview" data-preview hidden>
            <h3>{write.livePreview}</h3>
            <div class="text" data-preview-text />
          </div>
          <p class="acts">
            <button class="b do" type="submit">
              {people.profileSend}
            </button>{' '}
            <a class="q" href="/me">
              {write.cancel}
            </a>
          </p>
        </form>
        <section aria-labelledby="now">
          <h2 class="filet" id="now">
            {people.profileNow}
          </h2>
          {standing === null ? (
            <p class="hint">{people.profileNone}</p>
          ) : (
            <div class="text" dangerouslySetInnerHTML={{ __html: standing.html }} />
          )}
        </section>
      </div>
    </Layout>
  );
}
