import type { LawChange } from '../../src/administration/deadlines/law-change.js';
import type { RuleField, TypedRule } from '../../src/administration/deadlines/typed-rule.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { LawActs } from './law-acts.js';

export interface RuleFormProps {
  ui: Ui;
  /** Null for a new rule. */
  id: number | null;
  name: string;
  typed: TypedRule;
  errors: FormErrors | null;
  change: LawChange | null;
}

/** A rule as administrators write it. What it would change is listed once it was sent; sent again, it is saved. */
export function RuleForm({ ui, id, name, typed, errors, change }: RuleFormProps) {
  const { deadlines } = ui.t;
  const { editing } = deadlines;
  const { hints } = editing;
  const prefix = `d-${id ?? 'new'}`;
  const of = (field: RuleField) => ({
    ui,
    prefix,
    errors,
    name: field,
    label: editing.fields[field],
    value: typed[field],
  });
  // A field of a date shows nothing of a text that is none.
  const dated = (field: RuleField) => (errors?.fields[field] === undefined ? { type: 'date' as const } : {});
  const weekday = wordsOfError(ui, errors, 'weekday');
  return (
    <form class="form slip" method="post" action={id === null ? '/deadlines' : `/deadlines/${id}`}>
      <ErrorSummary ui={ui} errors={errors} />
      <div class="two">
        <Field {...of('number')} hint={hints.number} />
        <Field {...of('country')} hint={hints.country} required />
        <Field {...of('wordsFr')} required />
        <Field {...of('wordsEn')} required />
        <Field {...of('after')} hint={hints.after} required />
        <Field {...of('endedBy')} hint={hints.endedBy} />
        <Field {...of('months')} hint={hints.period} />
        <Field {...of('days')} />
        <Choice
          {...of('counting')}
          choices={Object.entries(deadlines.countingWords).map(([value, words]) => ({ value, words }))}
        />
        <Choice
          {...of('binds')}
          choices={Object.entries(deadlines.bindsWords).map(([value, words]) => ({ value, words }))}
        />
      </div>
      <div class={weekday === null ? 'field' : 'field err'}>
        <label class="pick">
          <input type="checkbox" name="weekday" value="yes" checked={typed.weekday === 'yes'} />{' '}
          <span>{editing.fields.weekday}</span>
        </label>
        {weekday !== null && <p class="why">{ui.t.problems.toCorrect(weekday)}</p>}
      </div>
      <Field {...of('aboutFr')} rows={2} />
      <Field {...of('aboutEn')} rows={2} />
      <Field {...of('sourceFr')} required />
      <Field {...of('sourceEn')} required />
      <div class="two">
        <Field {...of('from')} {...dated('from')} hint={hints.held} />
        <Field {...of('until')} {...dated('until')} />
        <Field {...of('checkedOn')} {...dated('checkedOn')} hint={hints.checked} />
        <Field {...of('checkedBy')} />
      </div>
      <LawActs ui={ui} name={name} change={change} />
    </form>
  );
}
