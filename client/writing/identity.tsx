import type { Ui } from '../kit/ui.js';
import type { FormErrors } from '../kit/form-errors.js';
import { GuestFields } from './guest-fields.js';
import { signature, type Writer, type Written } from '../kit/written.js';

/** The slot of a form that is drawn once for all members. */
export const IDENTITY = 'identity';

interface IdentityProps {
  ui: Ui;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
  prefix?: string;
}

/** The name under which the form is shown: if somebody else is logged in when it is sent, it comes back. */
function As({ writer }: { writer: Writer }) {
  return <input type="hidden" name="as" value={signature(writer)} autocomplete="off" />;
}

/** « Qui êtes-vous ? »: two optional fields for a guest, one sentence for a member. */
export function Identity({ ui, writer, written, errors, prefix }: IdentityProps) {
  const { write } = ui.t;
  if (writer.kind === 'member')
    return (
      <p class="hint">
        {write.writeAs(writer.name)}
        <As writer={writer} />
      </p>
    );
  return (
    <fieldset class="form">
      <legend>{write.whoAreYou}</legend>
      <As writer={writer} />
      <p class="hint">
        {write.guestBefore}
        <a href={`/login?back=${encodeURIComponent(ui.path)}`}>{write.guestLogIn}</a>
        {write.guestOr}
        <a href={`/register?back=${encodeURIComponent(ui.path)}`}>{write.guestRegister}</a>
        {write.guestAfter}
      </p>
      <GuestFields ui={ui} written={written} errors={errors} prefix={prefix} emailHint={ui.t.mail.guestHint} />
    </fieldset>
  );
}
