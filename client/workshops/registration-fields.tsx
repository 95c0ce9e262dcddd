import { MOST_PERSONS, REMINDS } from '../../src/workshops/registering.js';
import type { VisiblePart } from '../../src/workshops/visible-workshop.js';
import { Choice, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Tick } from '../kit/tick.js';
import type { Ui } from '../kit/ui.js';
import type { TypedForm } from './typed-registration.js';

interface FieldsProps {
  ui: Ui;
  typed: TypedForm;
  errors: FormErrors | null;
  parts: readonly VisiblePart[];
  /** Those whose own seats are all taken. */
  fullParts: ReadonlySet<string>;
  /** Whether this is a form for somebody with an account. */
  member: boolean;
}

/** What a registration says besides its date, at the workshop and on its own page. */
export function RegistrationFields({ ui, typed, errors, parts, fullParts, member }: FieldsProps) {
  const { registering, write, account } = ui.t;
  const persons = Array.from({ length: MOST_PERSONS }, (_, at) => at + 1);
  const shared = { ui, errors, prefix: 'r' };
  return (
    <>
      {parts.length > 0 && (
        <Choice
          {...shared}
          name="part"
          label={registering.part}
          value={typed.part}
          choices={[
            { value: '', words: registering.whole },
            ...parts.map(({ id, time, title }) => ({
              value: id,
              words: [time, title, fullParts.has(id) ? registering.fullLower : ''].filter(Boolean).join(', '),
            })),
          ]}
        />
      )}
      <Choice
        {...shared}
        name="persons"
        label={registering.persons}
        value={typed.persons}
        choices={persons.map((each) => ({ value: String(each), words: registering.personsOf(each) }))}
      />
      <Field
        {...shared}
        name="name"
        label={write.name}
        optional={write.optional}
        hint={registering.nameHint}
        value={typed.name}
        autocomplete="off"
      />
      <input type="hidden" name="help" value="" />
      <Tick name="help" label={registering.help} ticked={typed.help} />
      {member && (
        <>
          <input type="hidden" name="mine" value="" />
          <Tick name="mine" label={registering.mine} hint={registering.mineHint} ticked={typed.mine} />
        </>
      )}
      {ui.mail && (
        <Field
          {...shared}
          name="email"
          type="email"
          label={account.email}
          optional={account.optional}
          hint={registering.emailHint}
          value={typed.email}
          autocomplete="email"
        />
      )}
      {(ui.mail || member) && (
        <fieldset class="field" aria-describedby="r-remind-hint">
          <legend>{registering.remind}</legend>
          <input type="hidden" name="remind" value="" />
          {REMINDS.map((each) => (
            <label class="pick ui">
              <input type="checkbox" name="remind" value={each} checked={typed.remind.includes(each)} />{' '}
              {registering.reminds[each]}
            </label>
          ))}
          <p class="hint" id="r-remind-hint">
            {!member ? registering.remindByMail : ui.mail ? registering.remindByBoth : registering.remindByNotice}
          </p>
        </fieldset>
      )}
    </>
  );
}
