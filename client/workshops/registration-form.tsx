import { takesRegistrations, type VisibleDate } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { Choice, ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { RegistrationFields } from './registration-fields.js';
import { fullParts } from './seats.js';
import type { TypedForm } from './typed-registration.js';

export interface RegistrationFormProps {
  ui: Ui;
  thread: number;
  whole: WholeWorkshop;
  member: boolean;
  typed: TypedForm;
  errors: FormErrors | null;
  heading?: string;
}

/** A date as a list of choices names it. */
export function dateWords(ui: Ui, zone: string, { startsAt, endsAt, isFull }: VisibleDate): string {
  const span = spanIn(ui.language, zone, startsAt, endsAt);
  return isFull ? `${span}, ${ui.t.registering.fullLower}` : span;
}

/**
 * Asks for a seat. A page that is kept for everyone has no key: without a script the next page gives one and says what
 * will happen.
 */
export function RegistrationForm({ ui, thread, whole, member, typed, errors, heading }: RegistrationFormProps) {
  const { registering } = ui.t;
  const { workshop, dates, parts } = whole;
  const open = dates.filter((date) => takesRegistrations(workshop, date, ui.dates.now));
  // What was typed is not lost because the date was closed meanwhile.
  const offered = errors === null ? open : dates.filter((date) => open.includes(date) || date.id === typed.date);
  const choices = errors !== null && offered.length === 0 ? dates : offered;
  const [first] = choices;
  // Why there is none stands in the facts of the workshop.
  if (first === undefined) return null;
  const words = heading ?? (workshop.admission === 'hosts' ? registering.askHeading : registering.heading);
  return (
    <section class="slip registering" id="register" aria-labelledby="register-heading">
      <h2 id="register-heading">{words}</h2>
      <form class="form" method="post" action={`/thread/${thread}/workshop/registrations`}>
        <ErrorSummary ui={ui} errors={errors} />
        {choices.length === 1 && errors?.fields['date'] === undefined ? (
          <input type="hidden" name="date" value={first.id} />
        ) : (
          <Choice
            ui={ui}
            name="date"
            prefix="r"
            label={registering.date}
            value={typed.date}
            errors={errors}
            choices={choices.map((date) => ({ value: date.id, words: dateWords(ui, workshop.zone, date) }))}
          />
        )}
        <RegistrationFields
          ui={ui}
          typed={typed}
          errors={errors}
          parts={parts}
          fullParts={fullParts(whole, choices.length === 1 ? first : null)}
          member={member}
        />
        <p class="acts">
          <button class="b do" type="submit" name="answer" value="yes">
            {workshop.admission === 'hosts' ? registering.ask : registering.come}
          </button>{' '}
          <button class="b" type="submit" name="answer" value="maybe">
            {registering.maybe}
          </button>
        </p>
        <p class="hint">
          {registering.rule} {registering.erased}
        </p>
      </form>
    </section>
  );
}
