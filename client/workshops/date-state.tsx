import { stateOf, type VisibleDate, type VisibleWorkshop } from '../../src/workshops/visible-workshop.js';
import { momentIn, spanIn } from '../kit/facts/local-dates.js';
import type { Ui } from '../kit/ui.js';

/** What is to say of a date besides its time, each in a paragraph: it never stands in a colour alone. */
export function StateWords({ ui, workshop, date }: { ui: Ui; workshop: VisibleWorkshop; date: VisibleDate }) {
  const { workshops, hosting } = ui.t;
  const state = stateOf(date, ui.dates.now);
  if (state === 'cancelled')
    return (
      <p class="ui left off">
        {date.reason === null ? workshops.cancelled : workshops.cancelledFor(hosting.reasons[date.reason])}
      </p>
    );
  return (
    <>
      {state === 'over' && <p class="ui left">{workshops.over}</p>}
      {date.movedFrom !== null && (
        <p class="ui">{workshops.movedFrom(momentIn(ui.language, workshop.zone, date.movedFrom))}</p>
      )}
      {state === 'full' && <p class="ui left off">{workshops.full}</p>}
      {state !== 'over' && workshop.admission !== 'none' && workshop.hasHost && !date.isOpen && (
        <p class="ui">{workshops.closed}</p>
      )}
    </>
  );
}

/** When a date is, and its state in words. */
export function DateState({ ui, workshop, date }: { ui: Ui; workshop: VisibleWorkshop; date: VisibleDate }) {
  const span = spanIn(ui.language, workshop.zone, date.startsAt, date.endsAt);
  return (
    <>
      <b>
        {date.state === 'cancelled' ? (
          <del class="gone">{span}</del>
        ) : (
          <time datetime={date.startsAt.toISOString()}>{span}</time>
        )}
      </b>
      <StateWords ui={ui} workshop={workshop} date={date} />
    </>
  );
}
