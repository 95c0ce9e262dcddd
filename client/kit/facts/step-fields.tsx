import type { StepFacts } from '../../../src/cases/step-facts.js';
import { isOfRequest, outcomesOf, STEP_KINDS } from '../../../src/deadlines/step-kind.js';
import { Choice, Field } from '../field.js';
import { type FactFieldsProps, type FactForm, Why } from './fact-field.js';
import { choicesOf } from './themes.js';

type Line = 'dated' | 'request' | 'cameras' | 'amount' | 'software' | 'link' | 'post';

/** Facts that a step of these kinds usually has; the others are folded. */
const USUAL: Partial<Record<StepFacts['kind'], readonly Line[]>> = {
  vote: ['cameras', 'amount'],
  contract: ['amount', 'software'],
  count: ['cameras'],
  press: ['link'],
  workshop: ['post'],
  post: ['post'],
};

/** What a step says besides its text: first what its kind needs, then all that it may say. */
export function StepFields({ ui, typed, errors, prefix }: FactFieldsProps) {
  const { cases, deadlines } = ui.t;
  const { stepFields: fields, stepHints: hints } = cases;
  const value = (field: string): string => typed[field]?.[0] ?? '';
  const form: FactForm = { ui, value, errors, prefix };
  const kind = STEP_KINDS.find((each) => each === value('kind'));
  const outcomes = kind === undefined ? [] : outcomesOf(kind);
  const told = (field: string): boolean => value(field) !== '' || errors?.fields[field] !== undefined;
  const line = (name: Line) => (
    <Field
      ui={ui}
      name={name}
      prefix={prefix}
      label={fields[name]}
      value={value(name)}
      errors={errors}
      hint={(hints as Partial<Record<Line, string>>)[name]}
    />
  );
  const choice = (name: 'kind' | 'how' | 'outcome' | 'status', words: [string, string][]) => (
    <Choice
      ui={ui}
      name={name}
      prefix={prefix}
      label={fields[name]}
      value={value(name)}
      choices={words.map(([each, said]) => ({ value: each, words: said }))}
      errors={errors}
    />
  );
  const some = (words: Record<string, string>): [string, string][] => [
    ['', cases.notSaid],
    ...choicesOf(words).map(({ value: each, words: said }): [string, string] => [each, said]),
  ];
  const usual = (kind === undefined ? undefined : USUAL[kind]) ?? [];
  const others = (['cameras', 'amount', 'software', 'link', 'post'] as const).filter((name) => !usual.includes(name));
  return (
    <div class="facts-form">
      {choice(
        'kind',
        STEP_KINDS.map((each) => [each, deadlines.kinds[each]]),
      )}
      {line('dated')}
      {(outcomes.length > 0 || told('outcome')) &&
        choice('outcome', [
          ['', cases.notSaid],
          ...outcomes.map((each): [string, string] => [each, deadlines.outcomes[each] ?? each]),
        ])}
      {errors?.fields['again'] === undefined ? (
        value('again') === 'yes' && <input type="hidden" name="again" value="yes" />
      ) : (
        <div class="field err">
          <Why form={form} field="again" />
          <label class="pick">
            <input type="checkbox" name="again" value="yes" /> <span>{cases.againYes}</span>
          </label>
        </div>
      )}
      {((kind !== undefined && isOfRequest(kind)) || told('request')) && line('request')}
      {(kind === 'request' || told('how')) && choice('how', some(cases.hows))}
      {usual.map(line)}
      {choice('status', [['', cases.sameStatus], ...some(cases.statuses).slice(1)])}
      <details class="fold" open={others.some(told)}>
        <summary class="q">{cases.otherFacts}</summary>
        {others.map(line)}
      </details>
    </div>
  );
}
