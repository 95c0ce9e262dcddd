import type { EarlierVersion, FollowedSubmission } from '../../src/submissions/followed.js';
import type { Ui } from '../kit/ui.js';
import { threadAddress, userAddress } from '../kit/address.js';
import { OwnAppeal } from './appeal-form.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import { HeldPieces } from '../kit/documents/held-pieces.js';
import { FactsList } from '../kit/facts/facts.js';
import { nameOf } from '../kit/author.js';
import { ReasonLine } from '../kit/reason-line.js';
import { Versions } from '../kit/desk-history.js';
import { TeamEdited } from '../kit/team-edited.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import { typeset } from '../kit/typeset.js';

const MINUTE = 60_000;

interface FollowedProps {
  ui: Ui;
  submission: FollowedSubmission;
}

const SLIPS = {
  waiting: 'wait',
  returned: 'team',
  refused: 'bad',
  spam: 'bad',
  withdrawn: '',
  published: 'good',
} as const;
const STEPS = { waiting: 2, returned: 0, refused: 2, spam: 2, withdrawn: 2, published: 4 } as const;

/** The step of the branch that this state stands at. */
export function stepOf(submission: FollowedSubmission): number {
  return STEPS[submission.status];
}

export function headingOf(ui: Ui, submission: FollowedSubmission): string {
  if (submission.article !== null && submission.status === 'waiting') return ui.t.section.recorded;
  return submission.takenDown === null ? ui.t.write.headings[submission.status] : ui.t.write.headings.takenDown;
}

function Decision({ ui, submission }: FollowedProps) {
  const { write } = ui.t;
  const { status, takenDown } = submission;
  const reasons = takenDown === null ? submission.reasons : takenDown.reason === null ? [] : [takenDown.reason];
  const waited = ui.dates.now.getTime() - submission.writtenAt.getTime();
  const stamp =
    takenDown !== null
      ? write.stamps.takenDown
      : status === 'published'
        ? write.stamps.published
        : status === 'returned'
          ? write.stamps.returned
          : status === 'refused' || status === 'spam'
            ? write.stamps.refused
            : null;
  return (
    <>
      {stamp !== null && <p class="stamp">{stamp}</p>}
      {status === 'waiting' ? (
        <p class="flag">{waited < MINUTE ? write.waitingSinceNow : write.waitingFor(ui.dates.duration(waited))}</p>
      ) : (
        submission.decidedAt !== null && (
          <p class="flag">
            {write.decided[status]} <Time ui={ui} at={submission.decidedAt} />
          </p>
        )
      )}
      <ReasonLine ui={ui} reasons={reasons} />
      {submission.remark !== null && submission.remark !== '' && (
        <p class="remark">{write.remark(submission.remark)}</p>
      )}
    </>
  );
}

function Place({ ui, submission }: FollowedProps) {
  const { write } = ui.t;
  const { thread, article } = submission;
  return (
    <p class="meta">
      <span>{write.kindBy(ui.t.kinds[submission.kind].one, nameOf(ui, submission.author))}</span>{' '}
      {submission.asks === true && <span data-question>{ui.t.asking.question}</span>}{' '}
      {article !== null && thread === null && (
        <>
          <span>{typeset(ui, article.title)}</span>{' '}
        </>
      )}
      {thread === null ? (
        submission.category === null ? (
          <span>{ui.t.people.noCategory}</span>
        ) : (
          submission.category.slug !== '' && (
            <a href={`/category/${submission.category.slug}`}>{submission.category.name}</a>
          )
        )
      ) : (
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>
      )}
      {article !== null && (
        <>
          {' '}
          <a href={article.url} rel="nofollow">
            {ui.t.section.backToArticle(article.siteName)}
          </a>
        </>
      )}
    </p>
  );
}

/** How long the files of a refused text stay. */
function FilesLast({ ui, until }: { ui: Ui; until: FollowedSubmission['filesUntil'] }) {
  const { documents } = ui.t;
  if (until === null) return null;
  const words =
    until === 'answered'
      ? documents.filesUntilAnswered
      : until > ui.dates.now
        ? documents.filesUntil(ui.dates.absolute(until))
        : documents.filesSoon;
  return <p class="hint">{words}</p>;
}

/** Whether single files of it can be changed: it waits, or came back. */
function mayChange({ status, proposes }: FollowedSubmission): boolean {
  return (status === 'waiting' || status === 'returned') && !proposes;
}

/** The state of one's own submission, what was decided and why, and the text. */
export function Followed({ ui, submission, base }: FollowedProps & { base: string }) {
  const { write } = ui.t;
  const { published } = submission;
  const kind = submission.takenDown === null ? SLIPS[submission.status] : 'bad';
  return (
    <>
      <article class={`slip ${kind}`.trim()}>
        <Decision ui={ui} submission={submission} />
        <Place ui={ui} submission={submission} />
        {submission.title !== null && submission.title !== '' && (
          <p class="text">
            <b>{typeset(ui, submission.title)}</b>
          </p>
        )}
        {submission.html !== '' && <div class="text" dangerouslySetInnerHTML={{ __html: submission.html }} />}
        {submission.facts !== null && <FactsList ui={ui} facts={submission.facts} />}
        <HeldPieces
          ui={ui}
          held={submission.documents}
          base={base}
          beside={({ title, file }) =>
            file !== null &&
            mayChange(submission) && (
              <p class="acts">
                <a class="q" href={`${base}/documents/${file.id}`}>
                  {ui.t.blackOut.ownAct}
                  <span class="vh"> {titleOfDocument(ui, { title, kind: file.kind })}</span>
                </a>
              </p>
            )
          }
        />
        <FilesLast ui={ui} until={submission.filesUntil} />
        {submission.profile?.standing === true && (
          <p>
            <a href={userAddress(submission.author)}>{ui.t.people.profileStands}</a>
          </p>
        )}
        {submission.readByRegistered && submission.status === 'published' && (
          <p>{submission.text === '' ? ui.t.team.wordsErased : ui.t.team.wordsStand}</p>
        )}
        {published !== null && (
          <p>
            {write.publishedAsBefore}
            <a href={`/thread/${published.thread}/posts/${published.number}`}>{write.publishedAs(published.number)}</a>
            {write.publishedAsAfter}
          </p>
        )}
        {submission.teamEdit !== null && <TeamEdited ui={ui} {...submission.teamEdit} />}
        {submission.status === 'published' && submission.category?.slug === '' && <p>{ui.t.moving.followedAway}</p>}
        {submission.status === 'spam' && <p>{write.spamWords}</p>}
        {submission.status === 'refused' && <p>{write.refusedWords}</p>}
        {submission.status === 'withdrawn' && (
          <p>{submission.readByRegistered ? ui.t.team.wordsErased : write.withdrawnWords}</p>
        )}
      </article>
      {submission.appeal !== null && <OwnAppeal ui={ui} appeal={submission.appeal} />}
    </>
  );
}

/** The earlier texts, before a correction by the author or a change by the team, so that the author can compare. */
export function Earlier({ ui, versions }: { ui: Ui; versions: EarlierVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <section>
      <h2 class="filet">{ui.t.write.earlier}</h2>
      <Versions ui={ui} versions={versions} />
    </section>
  );
}
