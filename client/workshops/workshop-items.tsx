import {
  stateOf,
  type VisibleDate,
  type VisiblePart,
  type VisibleWorkshop,
} from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';
import { DateState } from './date-state.js';
import { dateOfParts, knownOfPart, Seats, seatsOfDate, seatsOfPart } from './seats.js';

function DateItem({ ui, date, workshop }: { ui: Ui; date: VisibleDate; workshop: VisibleWorkshop }) {
  const { now } = ui.dates;
  const state = stateOf(date, now);
  return (
    <li data-date={date.id} data-state={state} {...seatsOfDate(workshop, date, now)}>
      <DateState ui={ui} workshop={workshop} date={date} />
      {state !== 'cancelled' && state !== 'over' && <Seats ui={ui} workshop={workshop} known={date} />}
    </li>
  );
}

function PartItem({ ui, part, whole }: { ui: Ui; part: VisiblePart; whole: WholeWorkshop }) {
  const date = dateOfParts(whole, ui.dates.now);
  const known = date === null ? null : knownOfPart(whole, part, date);
  return (
    <li data-part={part.id} {...(known === null ? {} : seatsOfPart(known))}>
      <p class="day ui">
        <b>{part.time}</b>
      </p>
      <div>
        <h3>{typeset(ui, part.title)}</h3>
        {part.text !== '' && <p>{typeset(ui, part.text)}</p>}
        {known !== null && <Seats ui={ui} workshop={whole.workshop} known={known} />}
        {known === null && part.seats !== null && <p class="ui">{ui.t.workshops.seats(part.seats)}</p>}
      </div>
    </li>
  );
}

/** The dates, each as an item: what changes when somebody takes a seat. */
export function DateItems({ ui, whole }: { ui: Ui; whole: WholeWorkshop }) {
  return (
    <>
      {whole.dates.map((date) => (
        <DateItem ui={ui} date={date} workshop={whole.workshop} />
      ))}
    </>
  );
}

/** The parts of the programme, in the same way. */
export function PartItems({ ui, whole }: { ui: Ui; whole: WholeWorkshop }) {
  return (
    <>
      {whole.parts.map((part) => (
        <PartItem ui={ui} part={part} whole={whole} />
      ))}
    </>
  );
}
