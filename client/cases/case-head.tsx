import { type CountedRequest, lastSaid } from '../../src/cases/requests.js';
import type { VisibleStep } from '../../src/cases/case-steps.js';
import type { VisibleCase } from '../../src/cases/visible-case.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import { casesAddress, mapAddress, postAddress, townAddress } from '../kit/address.js';
import { placeOf } from '../kit/facts/case-row.js';
import { StatusSign } from '../kit/facts/status-sign.js';
import { datedWords, euros } from '../kit/facts/step-words.js';
import { Slot } from '../kit/slot.js';
import { Time } from '../kit/time.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';
import { CaseClock, NextDate, nextOf } from './case-clock.js';
import { StepItem } from './step-item.js';
import { Timeline } from './timeline.js';

export interface CaseHeadProps {
  ui: Ui;
  thread: VisibleThread;
  local: VisibleCase;
  /** By their dates. */
  steps: readonly VisibleStep[];
  requests: readonly CountedRequest[];
  today: string;
}

/** A fact that the steps tell: the last one that says it, with its date. */
function Said({ ui, label, step, words }: { ui: Ui; label: string; step: VisibleStep | null; words: string }) {
  return step === null ? null : (
    <>
      <dt>{label}</dt>
      <dd>
        {typeset(ui, words)} <a href={`#step-${step.number}`}>{datedWords(ui, step.dated)}</a>
      </dd>
    </>
  );
}

function Facts({ ui, local, steps }: Pick<CaseHeadProps, 'ui' | 'local' | 'steps'>) {
  const { cases, towns } = ui.t;
  const { fields, stepFields } = cases;
  const { town, point } = local;
  const [cameras, amount, software] = [
    lastSaid(steps, 'cameras'),
    lastSaid(steps, 'amount'),
    lastSaid(steps, 'software'),
  ];
  return (
    <dl class="facts">
      <dt>{cases.where}</dt>
      <dd>
        {town === null ? placeOf(ui, local) : <a href={townAddress(town)}>{placeOf(ui, local)}</a>}
        {town !== null && local.place !== '' && <>, {typeset(ui, local.place)}</>}
        {point !== null && (
          <>
            {' '}
            <span class="hint">
              {towns.degrees(point.latitude, point.longitude)}, {cases.approximate[local.precision]}
            </span>
          </>
        )}
        {town !== null && (
          <>
            {' '}
            <a href={mapAddress(town.department)}>{cases.mapTitle}</a>
          </>
        )}
      </dd>
      <dt>{fields.authority}</dt>
      <dd>
        {cases.authorities[local.authority]}
        {local.authorityName !== '' && <>, {typeset(ui, local.authorityName)}</>}
      </dd>
      {local.themes.length > 0 && (
        <>
          <dt>{fields.themes}</dt>
          <dd>
            {local.themes.map((code) => (
              <>
                <a href={casesAddress({ theme: code })}>{ui.theme(code)}</a>{' '}
              </>
            ))}
          </dd>
        </>
      )}
      <Said ui={ui} label={stepFields.cameras} step={cameras} words={cases.count(cameras?.cameras ?? 0)} />
      <Said ui={ui} label={stepFields.amount} step={amount} words={euros(ui, amount?.amount ?? 0)} />
      <Said ui={ui} label={stepFields.software} step={software} words={software?.software ?? ''} />
    </dl>
  );
}

/** Where, about whom and how far; the next date, what happened, and what the law lets happen next. */
export function CaseHead({ ui, thread, local, steps, requests, today }: CaseHeadProps) {
  const { cases } = ui.t;
  const ahead = requests.flatMap(({ dates }) =>
    dates.filter(({ state }) => state === 'running' || state === 'ahead').map(({ shown }) => shown),
  );
  return (
    <section class="near case" aria-label={cases.facts} data-case={thread.id} data-status={local.status} data-head>
      <p class="ui meta">
        <span>
          <StatusSign status={local.status} /> <b>{cases.statuses[local.status]}</b>
        </span>{' '}
        <span>
          {cases.openedOn} <Time ui={ui} at={local.openedAt} />
        </span>
      </p>
      {nextOf(requests) !== null && <NextDate ui={ui} requests={requests} />}
      <Facts ui={ui} local={local} steps={steps} />
      <section class="near" aria-labelledby="steps">
        <h2 class="filet" id="steps">
          {cases.steps}
        </h2>
        <Timeline steps={steps} ahead={ahead} today={today} />
        {steps.length === 0 && <p class="hint">{cases.noSteps}</p>}
        <ol class="course" data-steps={thread.id}>
          {steps.map((step) => (
            <StepItem ui={ui} thread={thread.id} step={step} />
          ))}
        </ol>
        {!thread.retired && (
          <p class="acts">
            <a class="b" href={`/thread/${thread.id}/case/steps/new`}>
              {cases.addStep}
            </a>{' '}
            <a class="q" href={`${postAddress(thread.id, 1)}/edits/new`} rel="nofollow">
              {cases.propose}
            </a>
          </p>
        )}
      </section>
      <CaseClock ui={ui} thread={thread.id} requests={requests} />
      <Slot name="reminders" />
    </section>
  );
}
