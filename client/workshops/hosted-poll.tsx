import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { spanIn } from '../kit/facts/local-dates.js';
import type { Ui } from '../kit/ui.js';

/** The dates that are asked about, each with the button that chooses it. */
export function HostedPoll({
  ui,
  thread,
  whole: { workshop, dates, candidates },
}: {
  ui: Ui;
  thread: { id: number };
  whole: WholeWorkshop;
}) {
  const { poll } = ui.t.workshops;
  const known = new Set(dates.map(({ id }) => id));
  return (
    <section aria-labelledby="poll">
      <h3 id="poll">{poll.hosted}</h3>
      <p class="hint">{poll.hostedLede}</p>
      <ol class="plain hosting-list">
        {candidates.map(({ id, startsAt, endsAt, yes, maybe }) => {
          const span = spanIn(ui.language, workshop.zone, startsAt, endsAt);
          return (
            <li data-candidate={id}>
              <b>{span}</b>
              <p class="ui meta">
                <span>{poll.yesCount(yes)}</span> <span>{poll.maybeCount(maybe)}</span>{' '}
                {known.has(id) && <b>{poll.chosen}</b>}
              </p>
              {!known.has(id) && startsAt > ui.dates.now && (
                <form class="acts" method="post" action={`/thread/${thread.id}/workshop/dates/${id}`}>
                  <button class="b" type="submit" name="action" value="choose">
                    {poll.choose}
                    <span class="vh">{ui.t.hosting.ofDate(span)}</span>
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
