import { refusedRegistration } from '../../src/workshops/visible-workshop.js';
import type { VisibleDate, VisiblePart, VisibleWorkshop } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import type { Ui } from '../kit/ui.js';

/** More than these are a number only. */
const MOST_LEAVES = 60;

interface Known {
  seats: number | null;
  /** In persons; null where everybody may not know. */
  taken: number | null;
  isFull: boolean;
}

/** A leaf for each seat: filled where it is taken, in outline where it is free. */
function Leaves({ seats, taken }: { seats: number; taken: number }) {
  if (seats > MOST_LEAVES) return null;
  return (
    <ul class="seats" aria-hidden="true">
      {Array.from({ length: seats }, (_, at) => (
        <li class={at < taken ? 'leaf s' : 'leaf s read'} />
      ))}
    </ul>
  );
}

/** What everybody may know of seats that can be taken now. */
export function Seats({ ui, workshop, known }: { ui: Ui; workshop: VisibleWorkshop; known: Known }) {
  const { registering, workshops } = ui.t;
  const { seats, taken, isFull } = known;
  if (seats === null) return null;
  return (
    <>
      {isFull && (
        <p class="ui">
          <span class="left full">{registering.full}</span>
        </p>
      )}
      {taken !== null ? (
        <>
          <p class="ui">{registering.takenOf(taken, seats)}</p>
          <Leaves seats={seats} taken={taken} />
        </>
      ) : workshop.count === 'left' && workshop.admission === 'open' ? (
        !isFull && <p class="ui left">{registering.someLeft}</p>
      ) : (
        <p class="ui">{workshops.seats(seats)}</p>
      )}
    </>
  );
}

/** The attributes of a date, for whoever reads the page with a program. */
export function seatsOfDate(workshop: VisibleWorkshop, date: VisibleDate, now: Date): Record<string, number> {
  const { seats, taken } = date;
  if (seats === null || taken === null || refusedRegistration(workshop, date, now) !== null) return {};
  return { 'data-seats': seats, 'data-taken': taken };
}

/** Of which date the seats of parts are shown: the first that takes registrations. */
export function dateOfParts({ workshop, dates }: WholeWorkshop, now: Date): VisibleDate | null {
  return dates.find((date) => refusedRegistration(workshop, date, now) === null) ?? null;
}

/** What everybody may know of a part at a date. */
export function knownOfPart({ partSeats }: WholeWorkshop, { id, seats }: VisiblePart, date: VisibleDate): Known {
  const found = partSeats.find((each) => each.part === id && each.date === date.id);
  return { seats, taken: found?.taken ?? null, isFull: found?.isFull ?? false };
}

export function seatsOfPart({ seats, taken }: Known): Record<string, number> {
  return seats === null || taken === null ? {} : { 'data-part-seats': seats, 'data-part-taken': taken };
}

/** The parts whose own seats are all taken at a date, where everybody may know. */
export function fullParts({ partSeats }: WholeWorkshop, date: VisibleDate | null): ReadonlySet<string> {
  return new Set(partSeats.filter((each) => each.isFull && each.date === date?.id).map(({ part }) => part));
}
