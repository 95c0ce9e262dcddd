import type { DecisionRow, DeskRecord } from '../../src/desk/queue/card.js';
import { nameOf } from '../kit/author.js';
import type { DecisionWritten } from './decision-written.js';
import { CardHead } from './card-head.js';
import { CardText } from './card-text.js';
import { DeskCard } from './desk-card.js';
import { wordsOfProblem, type FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { ReasonBodies } from '../kit/reason-picker.js';
import { ReasonLine } from '../kit/reason-line.js';
import type { Ui } from '../kit/ui.js';

export interface DeskConflictPageProps {
  ui: Ui;
  /** As it stands now: decided by somebody else, corrected or withdrawn by its author. */
  record: DeskRecord;
  /** The decision that was quicker, or null when the author corrected it. */
  by: DecisionRow | null;
  /** Why the decision could not be taken. */
  problem: FormErrors;
  /** What this moderator had typed: nothing sent is lost. */
  written: DecisionWritten;
}

/** Gives the words that the slower moderator had typed back to them. */
function YourWords({ ui, record, written }: { ui: Ui; record: DeskRecord; written: DecisionWritten }) {
  const { desk } = ui.t;
  const reply = written.reply;
  const edited = written.text !== '' && written.text !== record.text ? written.text : '';
  if (written.remark === '' && edited === '' && reply === '') return null;
  return (
    <section class="form">
      <h2 class="filet">{desk.yourWords}</h2>
      {written.remark !== '' && (
        <div class="field">
          <label for="your-remark">{desk.remark}</label>
          <textarea id="your-remark" rows={2} readOnly>{`\n${written.remark}`}</textarea>
        </div>
      )}
      {reply !== '' && (
        <div class="field">
          <label for="your-reply">{desk.replyLabel}</label>
          <textarea id="your-reply" rows={4} readOnly>{`\n${reply}`}</textarea>
        </div>
      )}
      {edited !== '' && (
        <div class="field">
          <label for="your-text">{desk.textLabel}</label>
          <textarea id="your-text" rows={6} readOnly>{`\n${edited}`}</textarea>
        </div>
      )}
    </section>
  );
}

/** Exact to the second within the last minute, to show the slower of two moderators that the other one was first. */
function since(ui: Ui, at: Date): string {
  const seconds = Math.floor((ui.dates.now.getTime() - at.getTime()) / 1000);
  return seconds >= 1 && seconds < 60 ? ui.t.dates.secondsAgo(seconds) : ui.dates.relative(at);
}

export function DeskConflictPage({ ui, record, by, problem, written }: DeskConflictPageProps) {
  const { desk } = ui.t;
  const waiting = record.status === 'waiting';
  const corrected = problem.problem === 'corrected-since';
  const title = corrected
    ? desk.conflictCorrected
    : waiting
      ? (ui.t.problems.pages[409]?.[0] ?? desk.conflictDecided)
      : desk.conflictDecided;
  const words =
    by !== null
      ? desk.alreadyBy(nameOf(ui, { name: by.by }), since(ui, by.at))
      : record.status === 'withdrawn'
        ? desk.conflictWithdrawn
        : corrected
          ? desk.correctedWords(ui.dates.relative(record.changedAt))
          : wordsOfProblem(ui, problem);
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a>
      </nav>
      <div class="desk-head">
        <h1>{title}</h1>
      </div>
      <div class="stack">
        <div class="slip team" role="alert">
          <p class="flag">{words}</p>
          {by !== null && <p>{desk.alreadyAs(desk.decisions[by.decision])}</p>}
          {by !== null && <ReasonLine ui={ui} reasons={by.reasons} />}
          <p>{desk.nothingTwice}</p>
        </div>
        {waiting && <ReasonBodies ui={ui} />}
        {waiting ? (
          <DeskCard ui={ui} card={record} here alone />
        ) : (
          <article class="card alone" data-submission={record.id} data-version={record.version}>
            <CardHead ui={ui} card={record} alone />
            {record.html === '' ? <p class="fell">{desk.erased}</p> : <CardText ui={ui} card={record} alone />}
          </article>
        )}
        <YourWords ui={ui} record={record} written={written} />
        <p class="acts">
          <a class="b" href="/desk">
            {desk.backToDesk}
          </a>{' '}
          <a class="q" href={`/desk/submissions/${record.id}`}>
            {desk.history}
          </a>
        </p>
      </div>
    </Layout>
  );
}
