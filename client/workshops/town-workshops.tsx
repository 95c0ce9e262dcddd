import type { AgendaRow } from '../../src/workshops/visible-workshop.js';
import { agendaAddress } from '../kit/address.js';
import type { Ui } from '../kit/ui.js';
import { CalendarLinks } from './calendar-links.js';
import { Coming } from './coming.js';
import { DateLine } from './date-line.js';

interface TownWorkshopsProps {
  ui: Ui;
  /** INSEE's; null on the page of a department or a region, which have no calendar. */
  code: string | null;
  rows: readonly AgendaRow[];
  past: readonly AgendaRow[];
  /** Where the forum is found: scheme and host. */
  origin: string;
}

/** What a town's page says of workshops: those to come, their calendar, those that took place. */
export function TownWorkshops({ ui, code, rows, past, origin }: TownWorkshopsProps) {
  const here: Record<string, string> = code === null ? {} : { town: code };
  return (
    <>
      {rows.length > 0 && <Coming ui={ui} rows={rows} more={agendaAddress(here)} />}
      {code !== null && (
        <p class="acts">
          <CalendarLinks ui={ui} path={`/town/${code}/workshops.ics`} origin={origin} />
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
