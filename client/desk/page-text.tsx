import type { MemberRecord } from '../../src/desk/people/member-records.js';
import type { Ui } from '../kit/ui.js';
import { recordAddress } from '../kit/address.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import { ReasonLine } from '../kit/reason-line.js';
import { Time } from '../kit/time.js';

interface PageTextProps {
  ui: Ui;
  record: MemberRecord;
  written: { reason: string; remark: string } | null;
  errors: FormErrors | null;
}

function TakeDown({ ui, record, written, errors }: PageTextProps) {
  const { people, desk } = ui.t;
  return (
    <details class="fold" open={errors !== null}>
      <summary class="b no">{people.pageTakeDown}</summary>
      <form class="form slip" method="post" action={`${recordAddress(record)}/profile/removal`}>
        <ErrorSummary ui={ui} errors={errors} />
        <ReasonPicker ui={ui} prefix="page" errors={errors} chosen={written === null ? [] : [written.reason]} />
        <Field
          ui={ui}
          name="remark"
          prefix="page"
          label={desk.remark}
          optional={desk.remarkHint}
          value={written?.remark}
          errors={errors}
          rows={2}
        />
        <p class="acts">
          <button class="b no" type="submit">
            {people.pageTakeDownSend}
          </button>
        </p>
      </form>
    </details>
  );
}

/** The text of a member's public page, for moderators of all categories. */
export function PageTextPart(props: PageTextProps) {
  const { ui, record } = props;
  const { people, desk, write } = ui.t;
  const { page } = record;
  return (
    <section aria-labelledby="page-text">
      <h2 class="filet" id="page-text">
        {people.pageText}
      </h2>
      {page === null && <p class="hint">{people.pageTextNone}</p>}
      {page !== null && page.removed !== null && (
        <div class="slip bad">
          <p>
            <b>{people.pageTextRemoved}</b> {page.removed.by !== null && <span>{desk.by(page.removed.by)}</span>}{' '}
            <Time ui={ui} at={page.removed.at} />
          </p>
          <ReasonLine ui={ui} reasons={page.removed.reason === null ? [] : [page.removed.reason]} />
          {page.removed.remark !== null && <p class="remark">{write.remark(page.removed.remark)}</p>}
        </div>
      )}
      {page !== null && <div class="text" dangerouslySetInnerHTML={{ __html: page.html }} />}
      {page !== null && page.removed === null && <TakeDown {...props} />}
      {page !== null && page.removed !== null && (
        <form method="post" action={`${recordAddress(record)}/profile/restoration`}>
          <ErrorSummary ui={ui} errors={props.errors} />
          <p class="acts">
            <button class="b do" type="submit">
              {people.pageRestore}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
