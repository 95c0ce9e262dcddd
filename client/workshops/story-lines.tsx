import type { StoryLine } from '../../src/registrations/story.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { isolated } from '../kit/isolated.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';
import { UndoAct } from './act-done.js';

/** What an act was about, in one line. */
function whatOf(ui: Ui, zone: string, { act, host, by, detail }: StoryLine): string[] {
  const { hosting, workshops } = ui.t;
  const span = (date: { startsAt: string; endsAt: string }): string =>
    spanIn(ui.language, zone, new Date(date.startsAt), new Date(date.endsAt));
  const about = host === '' || host === by ? [] : [isolated(host)];
  const dates = (detail.dates ?? []).flatMap(({ from, to }) => {
    const one = from ?? to;
    if (one === null) return [];
    if (act === 'move' && from !== null && to !== null) return [`${span(from)} ${hosting.toDate(span(to))}`];
    if (act === 'cancel' && to !== null && to.reason !== null) return [`${span(one)} (${hosting.reasons[to.reason]})`];
    if (act === 'seats' && to !== null) return [`${span(one)} (${hosting.seatsNow(to.seats)})`];
    return [span(one)];
  });
  const admission = detail.admission === undefined ? [] : [workshops.admissions[detail.admission.to]];
  const { report } = detail;
  const post = report === undefined ? [] : [report.to === null ? hosting.noReport : ui.t.read.number(report.to)];
  return [...about, ...dates, ...admission, ...post];
}

/** Who did what and when, the newest first, with the way back where nothing has followed. */
export function StoryLines({
  ui,
  thread,
  zone,
  story,
}: {
  ui: Ui;
  thread: { id: number };
  zone: string;
  story: readonly StoryLine[];
}) {
  const { hosting } = ui.t;
  return (
    <section aria-labelledby="story">
      <h2 class="filet" id="story">
        {hosting.story}
      </h2>
      <p class="hint">{hosting.storyLede}</p>
      {story.length === 0 && <p class="hint">{hosting.noStory}</p>}
      <ol class="plain hosting-list">
        {story.map((line) => {
          const who = line.by === '' ? line.host : line.by;
          const what = line.act === 'depart' ? [] : whatOf(ui, zone, line);
          return (
            <li data-story={line.id}>
              <p>
                <b>{isolated(who)}</b> {hosting.acts[line.act]}
                {what.length > 0 && ` ${what.join(', ')}`}
              </p>
              <p class="ui meta">
                <Time ui={ui} at={line.at} /> {line.undone && <b>{hosting.undone}</b>}
              </p>
              {line.undoable && (
                <UndoAct ui={ui} thread={thread.id} act={line} what={`${hosting.acts[line.act]} ${what.join(', ')}`} />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
