import { threadAddress } from '../kit/address.js';
import { AccountNeeded } from '../kit/account-needed.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

/** How it is with whoever looks: `on` and `off` for members. */
export type ReminderState = 'guest' | 'on' | 'off';

interface FormProps {
  ui: Ui;
  thread: { id: number; slug: string };
  reminded: ReminderState;
  /** Left out on the page of the case, which is kept for all guests: the next one gives a key. */
  formKey?: string;
  email?: string;
  errors?: FormErrors | null;
}

/** Starts or stops being told of the dates of a case; a guest gives an address, where the forum sends letters. */
export function RemindersForm({ ui, thread, reminded, formKey, email = '', errors = null }: FormProps) {
  const { account, reminding } = ui.t;
  if (reminded === 'guest' && !ui.mail)
    return <AccountNeeded ui={ui} back={threadAddress(thread)} words={reminding.members} />;
  const action = reminded === 'on' ? 'stop' : 'start';
  return (
    <form class="form" method="post" action={`/thread/${thread.id}/case/reminders`}>
      <ErrorSummary ui={ui} errors={errors} />
      {formKey !== undefined && <input type="hidden" name="key" value={formKey} />}
      {reminded === 'guest' && (
        <Field
          ui={ui}
          name="email"
          type="email"
          prefix="remind"
          label={account.email}
          value={email}
          errors={errors}
          autocomplete="email"
          required
        />
      )}
      <p class="hint">
        {reminded === 'guest' ? (
          <>
            {reminding.byLetter} {reminding.erased}
          </>
        ) : (
          reminding.byNotice
        )}
      </p>
      <p class="acts">
        <button class={reminded === 'on' ? 'q' : 'b'} type="submit" name="action" value={action}>
          {reminding[action]}
        </button>
      </p>
    </form>
  );
}

/** On the page of a case. */
export function RemindersSlot(props: FormProps) {
  const { ui, reminded } = props;
  const { reminding } = ui.t;
  return (
    <section class="near no-print" aria-labelledby="reminders" data-reminded={reminded}>
      <h2 class="filet" id="reminders">
        {reminding.title}
      </h2>
      <p>{reminded === 'on' ? reminding.on : reminding.what}</p>
      <RemindersForm {...props} />
    </section>
  );
}
