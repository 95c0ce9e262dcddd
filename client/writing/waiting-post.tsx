import type { FollowedSubmission } from '../../src/submissions/followed.js';
import type { Ui } from '../kit/ui.js';
import { Leaf, nameOf } from '../kit/author.js';
import { Time } from '../kit/time.js';
import { typeset } from '../kit/typeset.js';

interface WaitingProps {
  ui: Ui;
  submission: FollowedSubmission;
}

function Slip({ ui, submission, flag }: WaitingProps & { flag: string }) {
  const { write } = ui.t;
  const page = `/me/submissions/${submission.id}`;
  return (
    <div class="slip wait">
      <p class="flag">{flag}</p>
      <p class="meta">
        <span>{nameOf(ui, submission.author)}</span>{' '}
        <span>
          {write.received} <Time ui={ui} at={submission.writtenAt} />
        </span>
      </p>
      {submission.title !== null && submission.title !== '' && (
        <p class="text">
          <b>{typeset(ui, submission.title)}</b>
        </p>
      )}
      <div class="text" dangerouslySetInnerHTML={{ __html: submission.html }} />
      <p class="meta">{write.visibleToYou}</p>
      <p class="acts">
        <a class="q" href={page}>
          {write.follow}
        </a>{' '}
        <a class="q" href={`${page}#correct`}>
          {write.correct}
        </a>{' '}
        <a class="q" href={`${page}#withdraw`}>
          {write.withdraw}
        </a>
      </p>
    </div>
  );
}

/** The slot `mine` after the last post: what its author sees, and nobody else. */
export function WaitingPost({ ui, submission }: WaitingProps) {
  return (
    <article class="post mine" id={`waiting-${submission.id}`}>
      <Leaf ui={ui} author={submission.author} state="waits" />
      <Slip ui={ui} submission={submission} flag={ui.t.write.yourOwn} />
    </article>
  );
}

/** The same under the post that it would change. */
export function WaitingEdit({ ui, submission }: WaitingProps) {
  return (
    <div class="mine-edit">
      <Slip ui={ui} submission={submission} flag={ui.t.write.yourOwnEdit} />
    </div>
  );
}
