import type { FollowedSubmission } from '../../src/submissions/followed.js';
import type { Slice } from '../../src/threads/visible.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import { Tree } from '../kit/tree.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';

export interface MySubmissionsPageProps {
  ui: Ui;
  submissions: Slice<FollowedSubmission>;
  before: string | null;
}

const LEAVES = {
  waiting: 'waits',
  returned: 'team',
  refused: 'fallen',
  spam: 'fallen',
  withdrawn: 'fallen',
  published: '',
} as const;

function Line({ ui, submission }: { ui: Ui; submission: FollowedSubmission }) {
  const { write, read } = ui.t;
  const name =
    submission.profile !== null
      ? ui.t.kinds.profile.one
      : submission.thread === null
        ? typeset(ui, submission.title ?? '')
        : titleOf(ui, submission.thread);
  const state = submission.takenDown === null ? write.states[submission.status] : write.states.takenDown;
  return (
    <li>
      <article class="row plain-row">
        <span
          class={`leaf s ${submission.takenDown === null ? LEAVES[submission.status] : 'fallen'}`.trim()}
          aria-hidden="true"
        />
        <h3>
          <a href={`/me/submissions/${submission.id}`}>{name === '' ? read.retired : name}</a>
        </h3>
        <p class="meta">
          <b class={`state ${submission.status}`}>{state}</b> <span>{ui.t.kinds[submission.kind].one}</span>{' '}
          {submission.asks === true && <span data-question>{ui.t.asking.question}</span>}{' '}
          <span>{submission.category?.name ?? ui.t.people.noCategory}</span> <Time ui={ui} at={submission.writtenAt} />
        </p>
        {submission.html !== '' && <div class="last text" dangerouslySetInnerHTML={{ __html: submission.html }} />}
      </article>
    </li>
  );
}

export function MySubmissionsPage({ ui, submissions, before }: MySubmissionsPageProps) {
  const { write } = ui.t;
  const address = '/me/submissions';
  return (
    <Layout ui={ui} title={write.mine} noindex>
      <div class="title">
        <h1>{write.mine}</h1>
        <p class="lede">{write.mineLede}</p>
      </div>
      <section class="column" aria-labelledby="mine">
        <h2 class="vh" id="mine">
          {write.mine}
        </h2>
        {submissions.rows.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{write.mineEmpty}</p>
          </div>
        )}
        <ol class="rows">
          {submissions.rows.map((submission) => (
            <Line ui={ui} submission={submission} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : address}
          older={submissions.next === null ? null : `${address}?before=${encodeURIComponent(submissions.next)}`}
        />
      </section>
    </Layout>
  );
}
