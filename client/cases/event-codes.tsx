import type { WrittenRule } from '../../src/cases/law.js';
import { outcomesOf, STEP_KINDS } from '../../src/deadlines/step-kind.js';
import type { Ui } from '../kit/ui.js';
import { eventWords } from './rule-words.js';

/** The codes that a rule may name, with what each of them means. */
export function EventCodes({ ui, rules }: { ui: Ui; rules: readonly WrittenRule[] }) {
  const { editing } = ui.t.deadlines;
  const steps = STEP_KINDS.flatMap((kind) => [kind, ...outcomesOf(kind).map((outcome) => `${kind}:${outcome}`)]);
  const numbers = [...new Set(rules.map(({ number }) => number))];
  return (
    <details class="fold">
      <summary class="q">{editing.codes}</summary>
      <dl class="facts ui">
        {steps.map((event) => (
          <>
            <dt>
              <code>{event}</code>
            </dt>
            <dd>{eventWords(ui, event, rules)}</dd>
          </>
        ))}
        {numbers.map((number) => (
          <>
            <dt>
              <code>{codeOf(number)}</code>
            </dt>
            <dd>{eventWords(ui, codeOf(number), rules)}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function codeOf(rule: number): string {
  return ['rule', rule].join(':');
}
