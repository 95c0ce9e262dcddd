import type { TypedFacts } from '../../../src/submissions/thread-facts/facts.js';
import { Choice, Field } from '../field.js';
import { TownField } from '../town-field.js';
import { type FactFieldsProps, type FactForm, FactGroup } from './fact-field.js';
import { choicesOf, Themes } from './themes.js';

const MORE_DATES = 2;
const REPEATED = ['weekly', 'fortnightly', 'monthly'] as const;
const MORE_PARTS = 1;

/** Rows for what is there, and some to add more without a script. */
function rows(typed: TypedFacts, fields: readonly string[], more: number, most: number): number[] {
  const filled = Math.max(0, ...fields.map((field) => (typed[field] ?? []).length));
  return Array.from({ length: Math.min(most, filled + more) }, (_, at) => at);
}

/** Of dates that are fixed, or of those that people are asked about. */
type Moments = readonly ['start', 'end'] | readonly ['candidateStart', 'candidateEnd'];

function Pairs({ form, typed, names, count }: { form: FactForm; typed: TypedFacts; names: Moments; count: number[] }) {
  const { fields, dateNumber } = form.ui.t.workshops;
  return (
    <>
      {count.map((at) => (
        <div class="pair" role="group" aria-label={dateNumber(at + 1)}>
          {names.map((name, side) => (
            <label>
              {side === 0 ? fields.start : fields.end}{' '}
              <input type="datetime-local" name={name} value={typed[name]?.[at] ?? ''} autocomplete="off" />
            </label>
          ))}
        </div>
      ))}
    </>
  );
}

/** « À trouver ensemble »: dates that people are asked about, in the place of a fixed one. */
function Candidates({ form, typed }: { form: FactForm; typed: TypedFacts }) {
  const { fields, hints } = form.ui.t.workshops;
  const names = ['candidateStart', 'candidateEnd'] as const;
  const open = names.some((name) => (typed[name] ?? []).some(Boolean) || form.errors?.fields[name] !== undefined);
  return (
    <details class="fold" open={open}>
      <summary class="q">{fields.candidates}</summary>
      <FactGroup form={form} fields={names} legend={fields.candidates} hint={hints.candidates}>
        <Pairs form={form} typed={typed} names={names} count={rows(typed, names, open ? 1 : 3, 10)} />
      </FactGroup>
    </details>
  );
}

function Dates({ form, typed }: { form: FactForm; typed: TypedFacts }) {
  const { fields, hints } = form.ui.t.workshops;
  return (
    <FactGroup form={form} fields={['start', 'end']} legend={fields.dates} hint={hints.dates}>
      <Pairs
        form={form}
        typed={typed}
        names={['start', 'end']}
        count={rows(typed, ['start', 'end'], (typed['start'] ?? []).length === 0 ? 1 : MORE_DATES, 60)}
      />
    </FactGroup>
  );
}

/** The rule of a series, which the preview turns into dates. */
function Repeat({ form }: { form: FactForm }) {
  const { ui, errors, prefix } = form;
  const { fields, hints, repeats } = ui.t.workshops;
  const open = ['repeat', 'until'].some((name) => form.value(name) !== '' || errors?.fields[name] !== undefined);
  return (
    <details class="fold" open={open}>
      <summary class="q">{fields.series}</summary>
      <p class="hint">{hints.series}</p>
      <Choice
        ui={ui}
        name="repeat"
        prefix={prefix}
        label={fields.repeat}
        value={form.value('repeat')}
        choices={[
          { value: '', words: repeats.never },
          ...REPEATED.map((each) => ({ value: each, words: repeats[each] })),
        ]}
        errors={errors}
      />
      <Field
        ui={ui}
        name="until"
        type="date"
        prefix={prefix}
        label={fields.until}
        value={form.value('until')}
        errors={errors}
        hint={hints.until}
      />
    </details>
  );
}

function Parts({ form, typed }: { form: FactForm; typed: TypedFacts }) {
  const { fields, hints, partNumber } = form.ui.t.workshops;
  const names = ['partTitle', 'partTime', 'partText', 'partSeats'] as const;
  const open = (typed['partTitle'] ?? []).length > 0 || names.some((name) => form.errors?.fields[name] !== undefined);
  return (
    <details class="fold" open={open}>
      <summary class="q">{fields.parts}</summary>
      <FactGroup form={form} fields={names} legend={fields.parts} hint={hints.parts}>
        {rows(typed, names, MORE_PARTS, 12).map((at) => (
          <div class="part" role="group" aria-label={partNumber(at + 1)}>
            {names.map((name) => (
              <label>
                {fields[name]}{' '}
                {name === 'partText' ? (
                  <textarea name={name} rows={2}>{`\n${typed[name]?.[at] ?? ''}`}</textarea>
                ) : (
                  <input type="text" name={name} value={typed[name]?.[at] ?? ''} />
                )}
              </label>
            ))}
          </div>
        ))}
      </FactGroup>
    </details>
  );
}

/** What a workshop says besides its title and text. */
export function WorkshopFields({ ui, typed, errors, prefix }: FactFieldsProps) {
  const { workshops } = ui.t;
  const { fields, hints } = workshops;
  const value = (field: string): string => typed[field]?.[0] ?? '';
  const form: FactForm = { ui, value, errors, prefix };
  const line = (name: 'place' | 'online' | 'language' | 'zone' | 'seats', hint?: string) => (
    <Field ui={ui} name={name} prefix={prefix} label={fields[name]} value={value(name)} errors={errors} hint={hint} />
  );
  const text = (name: 'address' | 'access' | 'bring', hint: string) => (
    <Field
      ui={ui}
      name={name}
      prefix={prefix}
      label={fields[name]}
      value={value(name)}
      errors={errors}
      hint={hint}
      rows={2}
    />
  );
  const choice = (name: 'reveal' | 'price' | 'count' | 'admission', words: Record<string, string>) => (
    <Choice
      ui={ui}
      name={name}
      prefix={prefix}
      label={fields[name]}
      value={value(name)}
      choices={choicesOf(words)}
      errors={errors}
    />
  );
  return (
    <div class="facts-form">
      <Dates form={form} typed={typed} />
      <Repeat form={form} />
      <Candidates form={form} typed={typed} />
      <TownField ui={ui} prefix={prefix} value={value('town')} errors={errors} choice={errors?.towns ?? []} />
      <p class="hint">{hints.town}</p>
      {line('place', hints.place)}
      {text('address', hints.secret)}
      {choice('reveal', workshops.reveals)}
      {line('online', hints.online)}
      {choice('admission', workshops.admissions)}
      {line('seats', hints.seats)}
      {choice('count', workshops.counts)}
      {text('access', hints.access)}
      {text('bring', hints.bring)}
      {choice('price', workshops.prices)}
      {line('language')}
      <Themes form={form} typed={typed} />
      <Parts form={form} typed={typed} />
      {line('zone', hints.zone)}
    </div>
  );
}
