import type { SuspensionDraft } from '../../src/desk/people/suspensions.js';
import type { MemberRecord } from '../../src/desk/people/member-records.js';
import type { Ui } from '../kit/ui.js';
import { recordAddress } from '../kit/address.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { SuspensionFacts } from '../kit/suspension-facts.js';
import { Time } from '../kit/time.js';

interface SuspensionProps {
  ui: Ui;
  record: MemberRecord;
  written: SuspensionDraft | null;
  errors: FormErrors | null;
}

function SuspendForm({ ui, record, written, errors }: SuspensionProps) {
  const { people } = ui.t;
  const shared = { ui, errors, prefix: 'suspend' };
  const choices = (['day', 'week', 'month', 'date', 'forever'] as const).map((value) => ({
    value,
    words: people.lengths[value],
  }));
  return (
    <details class="fold" open={errors !== null}>
      <summary class="b no">{people.suspend}</summary>
      <form class="form slip" method="post" action={`${recordAddress(record)}/suspension`}>
        <ErrorSummary ui={ui} errors={errors} />
        <p class="hint">{people.suspendWords}</p>
        <Choice {...shared} name="length" label={people.length} value={written?.length ?? 'week'} choices={choices} />
        <Field
          {...shared}
          name="day"
          label={people.lastDay}
          hint={people.lastDayHint}
          type="date"
          value={written?.day}
        />
        <Field {...shared} name="why" label={people.suspendWhy} value={written?.why} rows={3} required />
        <p class="acts">
          <button class="b no" type="submit">
            {people.suspendSend}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Whether a member is kept out, and what this moderator may do about it. */
export function SuspensionPart(props: SuspensionProps) {
  const { ui, record } = props;
  const { people } = ui.t;
  const { suspension, maySuspend } = record;
  return (
    <section aria-labelledby="suspension">
      <h2 class="filet" id="suspension">
        {people.account}
      </h2>
      {suspension === null ? (
        <p>{people.notSuspended}</p>
      ) : (
        <div class="slip bad">
          <p>
            <b>{people.suspended}</b> <Time ui={ui} at={suspension.at} />
          </p>
          <SuspensionFacts ui={ui} suspension={suspension} />
        </div>
      )}
      {!maySuspend && <p class="hint">{people.mayNotSuspend}</p>}
      {maySuspend && suspension === null && <SuspendForm {...props} />}
      {maySuspend && suspension !== null && (
        <form method="post" action={`${recordAddress(record)}/reinstatement`}>
          <ErrorSummary ui={ui} errors={props.errors} />
          <p class="acts">
            <button class="b do" type="submit">
              {people.reinstate}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
