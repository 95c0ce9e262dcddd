import type { ComponentChildren } from 'preact';
import type { TypedHostSite } from '../../src/administration/host-sites/host-site-settings.js';
import type { Ui } from '../kit/ui.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Tick } from '../kit/tick.js';

interface HostSiteFormProps {
  ui: Ui;
  action: string;
  heading: string;
  button: string;
  written: TypedHostSite;
  errors: FormErrors | null;
  /** After the name. */
  children?: ComponentChildren;
}

/** The name and settings of a site elsewhere. */
export function HostSiteForm({ ui, action, heading, button, written, errors, children }: HostSiteFormProps) {
  const { fields, originsHint, days, licenceHint, threadings } = ui.t.hostSites;
  const shared = { ui, errors };
  return (
    <form class="form slip" method="post" action={action}>
      <h2>{heading}</h2>
      <ErrorSummary {...shared} />
      <Field {...shared} name="name" label={fields.name} value={written.name} required />
      {children}
      <Field {...shared} name="origins" label={fields.origins} value={written.origins} hint={originsHint} rows={3} />
      <Choice
        {...shared}
        name="threading"
        label={fields.threading}
        value={written.threading}
        choices={Object.entries(threadings).map(([value, words]) => ({ value, words }))}
      />
      <Field {...shared} name="closesAfter" label={fields.closesAfter} optional={days} value={written.closesAfter} />
      <Tick name="firstHeld" label={fields.firstHeld} ticked={written.firstHeld !== ''} />
      <Field {...shared} name="licence" label={fields.licence} value={written.licence} hint={licenceHint} />
      <p class="acts">
        <button class="b do" type="submit">
          {button}
        </button>
      </p>
    </form>
  );
}
