import type { OwnRegistration } from '../../src/registrations/own-registration.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import type { RegisteredAt } from './registered-at.js';
import { RegistrationFields } from './registration-fields.js';
import { fullParts } from './seats.js';
import type { TypedForm } from './typed-registration.js';

interface ChangeProps {
  ui: Ui;
  own: OwnRegistration;
  at: RegisteredAt;
  /** Path of the page of this registration. */
  base: string;
  member: boolean;
  typed: TypedForm;
  errors: FormErrors | null;
}

/** How many come, to what, and what else was said. */
export function ChangeRegistration({ ui, own, at, base, member, typed, errors }: ChangeProps) {
  const { registering } = ui.t;
  return (
    <section aria-labelledby="change">
      <h2 class="filet" id="change">
        {registering.change}
      </h2>
      <form class="form" method="post" action={base}>
        <RegistrationFields
          ui={ui}
          typed={typed}
          errors={errors}
          parts={at.whole.parts}
          fullParts={fullParts(at.whole, at.date)}
          member={member || own.mine}
        />
        <p class="acts">
          <button class="b do" type="submit" name="answer" value={own.state === 'maybe' ? 'maybe' : 'yes'}>
            {registering.save}
          </button>{' '}
          <button class="b" type="submit" name="answer" value={own.state === 'maybe' ? 'yes' : 'maybe'}>
            {own.state === 'maybe' ? registering.come : registering.maybe}
          </button>
        </p>
      </form>
    </section>
  );
}

/** Gives the seat back, in words and by one button. */
export function CancelRegistration({ ui, base }: Pick<ChangeProps, 'ui' | 'base'>) {
  const { registering } = ui.t;
  return (
    <section class="near" aria-labelledby="cancel">
      <h2 class="filet" id="cancel">
        {registering.cancelHeading}
      </h2>
      <p>{registering.cancelWords}</p>
      <form method="post" action={`${base}/cancellation`}>
        <p class="acts">
          <button class="b no" type="submit">
            {registering.cancel}
          </button>
        </p>
      </form>
    </section>
  );
}
