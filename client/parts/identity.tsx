import type { Ui } from '../ui.js';
import { Field } from './field.js';
import type { FormErrors } from './form-errors.js';
import type { Writer, Written } from './written.js';

interface IdentityProps {
  ui: Ui;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
  prefix?: string;
}

/** « Qui êtes-vous ? »: two optional fields for a guest, one sentence for a member. */
export function Identity({ ui, writer, written, errors, prefix }: IdentityProps) {
  const { write } = ui.t;
  if (writer.kind === 'member') return <p class="hint">{write.writeAs(writer.name)}</p>;
  return (
    <fieldset class="form">
      <legend>{write.whoAreYou}</legend>
      <p class="hint">
        {write.guestBefore}<a href={`/login?back=${encodeURIComponent(ui.path)}`}>{write.guestLogIn}</a>{write.guestOr}
        <a href={`/register?back=${encodeURIComponent(ui.path)}`}>{write.guestRegister}</a>{write.guestAfter}
      </p>
      <div class="two">
        <Field ui={ui} name="name" prefix={prefix} label={write.name} optional={write.optional} value={written.name} errors={errors} autocomplete="nickname" />
        <Field ui={ui} name="email" prefix={prefix} label={write.email} optional={write.optionalPrivate} type="email" value={written.email} errors={errors} autocomplete="email" />
      </div>
    </fieldset>
  );
}
