import { teamAddress } from '../kit/address.js';
import { Field } from '../kit/field.js';
import type { TeamPageProps } from './team-page.js';

/** Who stands at the door: by code, or somebody without a registration. */
export function TeamDoor({ ui, thread, date, formKey, typed, errors }: TeamPageProps) {
  const { team } = ui.t;
  const action = teamAddress(thread);
  const here = <input type="hidden" name="date" value={date.id} />;
  return (
    <div class="no-print stack">
      <form class="form" method="post" action={action}>
        {here}
        <Field
          ui={ui}
          name="code"
          label={team.code}
          hint={team.codeHint}
          value={typed.code}
          errors={errors}
          autocomplete="off"
          required
        />
        <p class="acts">
          <button class="b do" type="submit" name="action" value="arrive">
            {team.note}
          </button>
        </p>
      </form>
      <details class="fold" open={errors?.fields['persons'] !== undefined}>
        <summary class="q">{team.walkIn}</summary>
        <form class="form" method="post" action={action}>
          {here}
          <input type="hidden" name="key" value={formKey} />
          <Field
            ui={ui}
            name="persons"
            label={team.walkInPersons}
            value={typed.persons}
            errors={errors}
            autocomplete="off"
            required
          />
          <p class="acts">
            <button class="b" type="submit" name="action" value="walk-in">
              {team.walkInDo}
            </button>
          </p>
        </form>
      </details>
    </div>
  );
}
