import type { ComponentChildren } from 'preact';
import { ANOTHER_TOWN, type Town, townAndDepartment } from '../../src/towns/town.js';
import { wordsOfError, type FormErrors } from './form-errors.js';
import type { Ui } from './ui.js';

interface TownFieldProps {
  ui: Ui;
  /** `town` where nothing else is said; what is wrong is told as of `town` all the same. */
  name?: string;
  label?: string;
  value?: string;
  errors?: FormErrors | null;
  /** The towns to choose from when the form came back with UnclearTown; empty for a field to type into. */
  choice?: readonly Town[];
  /** In grey after the label: « (facultatif) ». */
  optional?: string;
  required?: boolean;
  /** Makes ids unique where a page has several forms. */
  prefix?: string;
}

/**
 * A town: a line that completes itself where there are scripts, and a choice where what was typed names
 * several.
 */
export function TownField({
  ui,
  name = 'town',
  label: words = ui.t.towns.field,
  value = '',
  errors = null,
  choice = [],
  optional,
  required,
  prefix = 'f',
}: TownFieldProps) {
  const { towns, problems } = ui.t;
  const id = `${prefix}-${name}`;
  const error = wordsOfError(ui, errors, 'town');
  const label = (
    <>
      {words}
      {optional !== undefined && (
        <>
          {' '}
          <span class="opt">{optional}</span>
        </>
      )}
    </>
  );
  const why =
    error === null ? null : (
      <p class="why" id={`${id}-why`}>
        {problems.toCorrect(error)}
      </p>
    );
  if (choice.length > 0) return <Choice ui={ui} id={id} name={name} label={label} why={why} towns={choice} />;
  return (
    <div
      class={error === null ? 'field' : 'field err'}
      data-town
      data-one={towns.oneFound}
      data-many={towns.manyFound}
      data-none={towns.noneFound}
    >
      <label for={id} id={`${id}-label`}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="text"
        value={value === ANOTHER_TOWN ? '' : value}
        required={required}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={error === null ? `${id}-hint` : `${id}-why ${id}-hint`}
        aria-invalid={error === null ? undefined : 'true'}
      />
      {why}
      <p class="hint" id={`${id}-hint`}>
        {towns.fieldHint}
      </p>
    </div>
  );
}

interface TownChoiceProps {
  ui: Ui;
  id: string;
  name: string;
  label: ComponentChildren;
  why: ComponentChildren;
  towns: readonly Town[];
}

/** Three say where it is; Toulouse has ten. */
export function firstCodes(postal: readonly string[]): string {
  return postal.slice(0, 3).join(', ') + (postal.length > 3 ? '…' : '');
}

function Choice({ ui, id, name, label, why, towns }: TownChoiceProps) {
  return (
    <fieldset class="field err" aria-describedby={`${id}-why`}>
      <legend>{label}</legend>
      {why}
      {towns.map((town) => (
        <label class="pick">
          <input type="radio" name={name} value={town.typed} required />
          <span>
            {townAndDepartment(town)}{' '}
            <span class="opt">{[town.departmentName, firstCodes(town.postal)].filter(Boolean).join(', ')}</span>
          </span>
        </label>
      ))}
      <label class="pick">
        <input type="radio" name={name} value={ANOTHER_TOWN} required /> <span>{ui.t.towns.another}</span>
      </label>
    </fieldset>
  );
}
