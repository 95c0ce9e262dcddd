import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import type { Ui } from '../kit/ui.js';
import { NOTHING_TICKED, PollForm, PollSums } from './poll.js';

/** Where its date is to be found: what people are asked, and how many have answered what. */
export function PollSection({
  ui,
  thread,
  whole: { workshop, dates, candidates },
}: {
  ui: Ui;
  thread: { id: number };
  whole: WholeWorkshop;
}) {
  const { poll } = ui.t.workshops;
  const open = dates.length === 0 && candidates.some(({ endsAt }) => endsAt > ui.dates.now);
  const asked = { ui, zone: workshop.zone, candidates };
  return (
    <section class="poll-part" aria-labelledby="poll">
      <h2 class="filet" id="poll">
        {open ? poll.title : poll.closedTitle}
      </h2>
      {open && <p class="hint">{poll.lede}</p>}
      <PollSums {...asked} dates={dates} />
      {open && (
        <details class="fold">
          <summary class="b">{poll.answer}</summary>
          <PollForm
            {...asked}
            action={`/thread/${thread.id}/workshop/availability`}
            ticked={NOTHING_TICKED}
            errors={null}
            words={poll.check}
          />
        </details>
      )}
    </section>
  );
}
