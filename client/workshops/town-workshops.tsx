import type { AgendaRow } from '../../src/workshops/visible-workshop.js';
import { agendaAddress } from '../kit/address.js';
import type { Ui } from '../kit/ui.js';
import { CalendarLinks } from './calendar-links.js';
import { Coming } from './coming.js';
import { DateLine } from './date-line.js';

interface TownWorkshopsProps {
  ui: Ui;
  /** INSEE's code of a town, or the one of a department; neither on the page of a region. */
  town: string | null;
  department: string | null;
  rows: readonly AgendaRow[];
  past: readonly AgendaRow[];
  /** Where the forum is found: scheme and host. */
  origin: string;
}

/** What a town's page says of workshops: those to come, their calendar, those that took place. */
export function TownWorkshops({ ui, town, department, rows, past, origin }: TownWorkshopsProps) {
  const here: Record<string, string> = town !== null ? { town } : department !== null ? { department } : {};
  const isRegion = town === null && department === null;
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
            {isRegion ? (
              ui.t.workshops.pastHere
            ) : (
              <a href={agendaAddress({ ...here, past: 'yes' })}>{ui.t.workshops.pastHere}</a>
            )}
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
