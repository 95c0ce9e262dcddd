import { renderToString } from 'preact-render-to-string';
import type { Ui, UiReason } from './ui.js';
import { wordsOfError, type FormErrors } from './form-errors.js';

interface PickerProps {
  ui: Ui;
  prefix: string;
  errors?: FormErrors | null;
  chosen?: readonly string[];
  /** A refusal may have several; a tombstone says one. */
  several?: boolean;
  /** Replaces the usual legend, which is meant for moderators. */
  legend?: string;
  /** Whether a remark without a reason is enough. */
  optional?: boolean;
}

interface ChoicesProps {
  reasons: readonly UiReason[];
  chosen: readonly string[];
  several: boolean;
  optional: boolean;
}

function Choices({ reasons, chosen, several, optional }: ChoicesProps) {
  return (
    <>
      {reasons.map(({ code, name }) => (
        <label class="pick">
          {several ? (
            <input type="checkbox" name="reason" value={code} checked={chosen.includes(code)} />
          ) : (
            <input type="radio" name="reason" value={code} checked={chosen.includes(code)} required={!optional} />
          )}{' '}
          <span>{name}</span>
        </label>
      ))}
    </>
  );
}

const untouched = new WeakMap<readonly UiReason[], string>();

/**
 * The choice of several reasons with none chosen: drawn once as long as the reasons stay, and not for each card, where
 * it would take a third of the time.
 */
function unchosen(reasons: readonly UiReason[]): string {
  const html =
    untouched.get(reasons) ?? renderToString(<Choices reasons={reasons} chosen={[]} several optional={false} />);
  untouched.set(reasons, html);
  return html;
}

/** Reasons of the public list; the author reads the chosen ones. */
export function ReasonPicker({
  ui,
  prefix,
  errors = null,
  chosen = [],
  several = false,
  legend,
  optional = false,
}: PickerProps) {
  const { desk, problems } = ui.t;
  const error = wordsOfError(ui, errors, 'reason');
  const why = `${prefix}-reason-why`;
  return (
    <fieldset aria-describedby={error === null ? undefined : why} data-reasons={several}>
      <legend>{legend !== undefined ? legend : several ? desk.reasonsLegend : desk.reasonLegend}</legend>
      {error !== null && (
        <p class="why" id={why}>
          {problems.toCorrect(error)}
        </p>
      )}
      {several && chosen.length === 0 ? (
        <div class="reasons" dangerouslySetInnerHTML={{ __html: unchosen(ui.reasons) }} />
      ) : (
        <div class="reasons">
          <Choices reasons={ui.reasons} chosen={chosen} several={several} optional={optional} />
        </div>
      )}
    </fieldset>
  );
}

/**
 * Once on a page with pickers: what the author would read, for the script that writes it into the field of the remark.
 */
export function ReasonBodies({ ui }: { ui: Ui }) {
  return <div hidden>{ui.reasons.map(({ code, body }) => body !== '' && <p data-reason-body={code}>{body}</p>)}</div>;
}
