import { countryName } from '../../../src/cases/country.js';
import { Choice, Field } from '../field.js';
import { TownField } from '../town-field.js';
import type { Ui } from '../ui.js';
import { type FactFieldsProps, type FactForm, Why } from './fact-field.js';
import { choicesOf, Themes } from './themes.js';

/** What a case says besides its title and summary. */
export function CaseFields({ ui, typed, errors, prefix }: FactFieldsProps) {
  const { cases } = ui.t;
  const { fields, hints } = cases;
  const value = (field: string): string => typed[field]?.[0] ?? '';
  const form: FactForm = { ui, value, errors, prefix };
  const line = (name: 'country' | 'place' | 'point' | 'lat' | 'lon' | 'authorityName', hint?: string) => (
    <Field
      ui={ui}
      name={name}
      prefix={prefix}
      label={fields[name]}
      value={name === 'country' ? countryTyped(ui, value(name)) : value(name)}
      errors={errors}
      hint={hint}
    />
  );
  const choice = (name: 'precision' | 'authority' | 'status', words: Record<string, string>) => (
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
  const isElsewhere = value('country') !== '' || ['country', 'place'].some((name) => errors?.fields[name]);
  const isExact = value('precision') !== '' && value('precision') !== 'town';
  const isWrong = ['point', 'lat', 'lon', 'precision', 'far'].some((name) => errors?.fields[name] !== undefined);
  return (
    <div class="facts-form">
      <TownField ui={ui} prefix={prefix} value={value('town')} errors={errors} choice={errors?.towns ?? []} />
      <details class="fold" open={isElsewhere}>
        <summary class="q">{cases.elsewhere}</summary>
        <div class="pair">
          {line('country', hints.country)}
          {line('place', hints.place)}
        </div>
      </details>
      <details class="fold" open={isExact || isWrong || value('lat') !== '' || value('point') !== ''}>
        <summary class="q">{cases.exactly}</summary>
        <p class="hint">{hints.precision}</p>
        {choice('precision', cases.precisions)}
        {line('point', hints.point)}
        <div class="pair">
          {line('lat')}
          {line('lon')}
        </div>
        {value('far') === 'yes' && errors?.fields['far'] === undefined && (
          <input type="hidden" name="far" value="yes" />
        )}
        {errors?.fields['far'] !== undefined && (
          <div class="field err">
            <Why form={form} field="far" />
            <label class="pick">
              <input type="checkbox" name="far" value="yes" /> <span>{cases.farYes}</span>
            </label>
          </div>
        )}
      </details>
      {choice('authority', cases.authorities)}
      {line('authorityName', hints.authorityName)}
      {choice('status', cases.statuses)}
      <Themes form={form} typed={typed} />
    </div>
  );
}

function countryTyped(ui: Ui, typed: string): string {
  return /^[A-Z]{2}$/.test(typed) ? countryName(ui.language, typed) : typed;
}
