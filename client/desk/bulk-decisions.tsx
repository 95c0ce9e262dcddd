import type { BulkView } from '../../src/desk/bulk/bulk.js';
import type { BulkWritten } from './bulk-page.js';
import type { Ui } from '../kit/ui.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { ReasonPicker } from '../kit/reason-picker.js';

interface BulkDecisionsProps {
  ui: Ui;
  bulk: BulkView;
  written: BulkWritten | null;
  errors: FormErrors | null;
}

/** The decisions of a card, in the same order, for all submissions of a bulk. */
export function BulkDecisions({ ui, bulk: view, written, errors }: BulkDecisionsProps) {
  const { bulk, desk } = ui.t;
  const action = `/desk/bulk/${view.id}`;
  const was = (decision: string) => (written?.decision === decision ? written : null);
  const [returned, refused] = [was('return'), was('refuse')];
  return (
    <div class="card here many">
      <div class="acts" role="group" aria-label={desk.decide}>
        <form class="at-once" method="post" action={action}>
          <button class="b do" type="submit" name="decision" value="accept">
            {bulk.accept(view.total)}
          </button>
          <button class="q" type="submit" name="decision" value="spam">
            {bulk.spam(view.total)}
          </button>
        </form>
        <details class="back" name="bulk" open={returned !== null}>
          <summary class="q">{bulk.return}</summary>
          <form class="slip team form" method="post" action={action}>
            <Field
              ui={ui}
              name="remark"
              prefix="bulk-n"
              label={desk.returnWord}
              optional={desk.signed}
              value={returned?.remark}
              errors={returned && errors}
              rows={2}
              required
            />
            <p class="acts">
              <button class="b" type="submit" name="decision" value="return">
                {bulk.returnSend(view.total)}
              </button>
            </p>
          </form>
        </details>
        <details class="refuse" name="bulk" open={refused !== null}>
          <summary class="q">{bulk.refuse}</summary>
          <form class="slip team form" method="post" action={action}>
            <ReasonPicker ui={ui} prefix="bulk" errors={refused && errors} chosen={refused?.reasons} several />
            <Field
              ui={ui}
              name="remark"
              prefix="bulk-r"
              label={desk.remark}
              optional={desk.remarkHint}
              value={refused?.remark}
              errors={refused && errors}
              rows={2}
            />
            <p class="acts">
              <button class="b no" type="submit" name="decision" value="refuse">
                {bulk.refuseSend(view.total)}
              </button>
            </p>
          </form>
        </details>
      </div>
      <p class="none">
        <a class="b" href={view.back}>
          {bulk.drop}
        </a>
      </p>
    </div>
  );
}
