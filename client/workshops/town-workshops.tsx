import type { AgendaRow } from '../../src/workshops/visible-workshop.js';
import { agendaAddress } from '../kit/address.js';
import type { Ui } from '../kit/ui.js';
import type { AgendaQuery } from './agenda-filters.js';
import { CalendarLinks } from './calendar-links.js';
import { Coming } from './coming.js';
import { DateLine } from './date-line.js';

interface TownWorkshopsProps {
  ui: Ui;
  /** What shows the dates of this town, department or region in the agenda. */
  here: AgendaQuery;
  /** INSEE's code of a town, which has a calendar of its own; null on the page of a department or a region. */
  town: string | null;
  rows: readonly AgendaRow[];
  past: readonly AgendaRow[];
  /** Where the forum is found: scheme and host. */
  origin: string;
}

/** What a town's page says of workshops: those to come, their calendar, those that took place. */
export function TownWorkshops({ ui, here, town, rows, past, origin }: TownWorkshopsProps) {
  return (
    <>
      {rows.length > 0 && <Coming ui={ui} rows={rows} more={agendaAddress(here)} />}
      {town !== null && (
        <p class="acts">
          <CalendarLinks ui={ui} path={`/town/${town}/workshops.ics`} origin={origin} />
        </p>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past-workshops">
          <h2 class="filet" id="past-workshops">
            <a href={agendaAddress({ ...here, past: 'yes' })}>{ui.t.workshops.pastHere}</a>
          </h2>
          <ol class="dates">
            {past.map((row) => (
              <DateLine ui={ui} row={row} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
