import type { VisibleThread } from '../../src/threads/visible.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { threadAddress } from '../kit/address.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { PollForm, PollSums, type TickedDates } from './poll.js';

interface PageProps {
  ui: Ui;
  thread: VisibleThread;
  whole: WholeWorkshop;
  ticked: TickedDates;
  errors: FormErrors | null;
}

/** What will be stored, once more before it is; its button carries the key. */
export function AvailabilityCheckPage({
  ui,
  thread,
  whole,
  ticked,
  errors,
  formKey,
}: PageProps & { formKey: string }) {
  const { poll } = ui.t.workshops;
  return (
    <Layout ui={ui} title={poll.checkTitle} section="agenda" noindex>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: thread.title }]} />
      <div class="title">
        <h1>{poll.checkTitle}</h1>
        <p class="lede">{poll.checkLede}</p>
      </div>
      <div class="column stack">
        {errors !== null && <ErrorSummary ui={ui} errors={errors} />}
        <PollForm
          ui={ui}
          zone={whole.workshop.zone}
          candidates={whole.candidates}
          action={`/thread/${thread.id}/workshop/availability`}
          ticked={ticked}
          errors={errors}
          words={poll.send}
          formKey={formKey}
        />
      </div>
    </Layout>
  );
}

/** The own page of one answer. */
export function AvailabilityPage({
  ui,
  at,
  ticked,
  errors,
  base,
  address,
}: Pick<PageProps, 'ui' | 'ticked' | 'errors'> & {
  /** Null while the workshop is gone. */
  at: Pick<PageProps, 'thread' | 'whole'> | null;
  /** The path of this page. */
  base: string;
  /** Its whole address, to be kept. */
  address: string;
}) {
  const { poll } = ui.t.workshops;
  return (
    <Layout ui={ui} title={poll.ownTitle} section="agenda" noindex>
      {at !== null && <Trail ui={ui} steps={[{ href: threadAddress(at.thread), words: at.thread.title }]} />}
      <div class="title">
        <h1>{poll.ownTitle}</h1>
        <p class="lede">{poll.ownLede}</p>
      </div>
      <div class="column stack">
        {errors !== null && <ErrorSummary ui={ui} errors={errors} />}
        <Field ui={ui} name="address" prefix="own" label={poll.ownAddress} value={address} readonly />
        {at === null ? (
          <p class="slip wait">{poll.gone}</p>
        ) : (
          <Answered ui={ui} at={at} ticked={ticked} errors={errors} base={base} />
        )}
        <form class="acts" method="post" action={`${base}/cancellation`}>
          <button class="b no" type="submit">
            {poll.erase}
          </button>
        </form>
      </div>
    </Layout>
  );
}

function Answered({
  ui,
  at: { thread, whole },
  ticked,
  errors,
  base,
}: Pick<PageProps, 'ui' | 'ticked' | 'errors'> & { at: Pick<PageProps, 'thread' | 'whole'>; base: string }) {
  const { poll } = ui.t.workshops;
  const { workshop, dates, candidates } = whole;
  const { zone } = workshop;
  const open = dates.length === 0 && candidates.some(({ endsAt }) => endsAt > ui.dates.now);
  const mine = dates.filter(
    ({ id, state, startsAt }) => ticked.yes.includes(id) && state === 'planned' && startsAt > ui.dates.now,
  );
  return (
    <>
      {mine.map((date) => (
        <div class="slip">
          <p>{poll.found(spanIn(ui.language, zone, date.startsAt, date.endsAt))}</p>
          <p class="acts">
            <a class="b do" href={threadAddress(thread)}>
              {workshop.admission === 'none' ? poll.toWorkshop : poll.register}
            </a>
          </p>
        </div>
      ))}
      {!open && mine.length === 0 && <p class="hint">{poll.closedForYou}</p>}
      <PollSums ui={ui} zone={zone} candidates={candidates} dates={dates} />
      {open && (
        <PollForm
          ui={ui}
          zone={zone}
          candidates={candidates}
          action={base}
          ticked={ticked}
          errors={errors}
          words={ui.t.account.save}
        />
      )}
    </>
  );
}
