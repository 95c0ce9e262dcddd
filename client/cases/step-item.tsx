import type { VisibleStep } from '../../src/cases/case-steps.js';
import { isTheirs } from '../../src/deadlines/step-kind.js';
import { postAddress } from '../kit/address.js';
import { StatusSign } from '../kit/facts/status-sign.js';
import { datedWords, euros, stepName } from '../kit/facts/step-words.js';
import { isolated } from '../kit/isolated.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';

interface StepProps {
  ui: Ui;
  thread: number;
  step: VisibleStep;
}

function Facts({ ui, step }: Omit<StepProps, 'thread'>) {
  const { cases } = ui.t;
  const said = [
    step.cameras === null ? '' : cases.cameras(step.cameras),
    step.amount === null ? '' : euros(ui, step.amount),
    step.software,
    step.how === '' ? '' : cases.hows[step.how],
  ].filter((each) => each !== '');
  return said.length === 0 ? null : <p class="ui">{typeset(ui, said.join(', '))}</p>;
}

/** One step of the list, the same on the page and as a fragment that arrives later. */
export function StepItem({ ui, thread, step }: StepProps) {
  const { cases, read } = ui.t;
  return (
    <li
      id={`step-${step.number}`}
      class={isTheirs(step.kind) ? 'theirs' : undefined}
      data-step={step.number}
      data-kind={step.kind}
    >
      <p class="ui meta">
        <span>
          <time dateTime={step.dated}>{datedWords(ui, step.dated)}</time>
        </span>{' '}
        {step.request !== null && (
          <span>
            <a href={`#step-${step.request}`}>{cases.ofRequest(step.request)}</a>
          </span>
        )}{' '}
        <a href={postAddress(thread, step.number)}>{read.number(step.number)}</a>
      </p>
      <h3>{stepName(ui, step)}</h3>
      <Facts ui={ui} step={step} />
      {step.excerpt !== '' && <p>{isolated(step.excerpt)}</p>}
      {step.link !== '' && (
        <p class="ui">
          <a href={step.link} rel="nofollow noreferrer ugc">
            {URL.canParse(step.link) ? new URL(step.link).host : step.link}
          </a>
        </p>
      )}
      {step.post !== null && (
        <p class="ui">
          <a href={postAddress(step.post.thread, step.post.number)}>{typeset(ui, step.post.title)}</a>
        </p>
      )}
      {step.status !== '' && (
        <p class="ui">
          <StatusSign status={step.status} /> {cases.statuses[step.status]}
        </p>
      )}
    </li>
  );
}
