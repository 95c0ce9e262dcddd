import type { EarlierVersion, FollowedSubmission } from '../../src/submissions/followed.js';
import { FollowedActs, type FollowedWritten } from './followed-acts.js';
import { Earlier, Followed, headingOf } from './followed.js';
import { FollowedTitle } from './followed-title.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';
import { WhoReads } from './who-reads.js';

export interface MySubmissionPageProps {
  ui: Ui;
  submission: FollowedSubmission;
  earlier: EarlierVersion[];
  usualDelay: number | null;
  /** What came back with an error, or null. */
  written: FollowedWritten | null;
  /** Its facts as their form has them. */
  facts: TypedFacts | null;
  errors: FormErrors | null;
}

export function MySubmissionPage({
  ui,
  submission,
  earlier,
  usualDelay,
  written,
  facts,
  errors,
}: MySubmissionPageProps) {
  const { write } = ui.t;
  const post = submission.published;
  const address = post === null ? '' : `/thread/${post.thread}/posts/${post.number}`;
  return (
    <Layout ui={ui} title={headingOf(ui, submission)} noindex>
      <FollowedTitle ui={ui} submission={submission} usualDelay={usualDelay} />
      <div class="beside">
        <div class="stack column">
          <Followed ui={ui} submission={submission} base={`/me/submissions/${submission.id}`} />
          <Earlier ui={ui} versions={earlier} />
          <FollowedActs
            ui={ui}
            submission={submission}
            base={`/me/submissions/${submission.id}`}
            written={written}
            facts={facts}
            errors={errors}
            published={{ edits: `${address}/edits`, withdrawal: `${address}/withdrawal` }}
          />
          <p class="acts">
            <a class="q" href="/me/submissions">
              {write.mine}
            </a>
          </p>
        </div>
        <WhoReads ui={ui} />
      </div>
    </Layout>
  );
}
