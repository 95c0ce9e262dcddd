import { type AgendaRow, stateOf } from '../../src/workshops/visible-workshop.js';
import { threadAddress } from '../kit/address.js';
import { dayIn, hoursIn } from '../kit/facts/local-dates.js';
import type { Ui } from '../kit/ui.js';
import { StateWords } from './date-state.js';

/** Where it is, in a few words: « Val-Brézin (57), salle des Tanneurs ». */
export function whereOf(ui: Ui, { town, place, isOnline }: AgendaRow['workshop']): string {
  const { workshops } = ui.t;
  if (town === null) return [workshops.onlineOnly, place].filter(Boolean).join(', ');
  const there = [`${town.name} (${town.department})`, place].filter(Boolean).join(', ');
  return isOnline ? `${there}, ${workshops.alsoOnline}` : there;
}

/** One date of the agenda; its state stands in words. `withTitle` is left out where a list is about one workshop. */
export function DateLine({ ui, row, excerpt = false }: { ui: Ui; row: AgendaRow; excerpt?: boolean }) {
  const { workshops } = ui.t;
  const { date, workshop, thread } = row;
  const state = stateOf(date, ui.dates.now);
  const { weekday, day, month } = dayIn(ui.language, workshop.zone, date.startsAt);
  const title = <a href={threadAddress(thread)}>{thread.title}</a>;
  return (
    <li data-date={date.id} data-state={state}>
      <p class={state === 'cancelled' ? 'day ui off' : 'day ui'}>
        <span>{weekday}</span> <b>{day}</b> <span>{month}</span>
      </p>
      <div>
        <h3>{state === 'cancelled' ? <del class="gone">{title}</del> : title}</h3>
        <p class="ui meta">
          <span>{whereOf(ui, workshop)}</span>{' '}
          <span>
            <time datetime={date.startsAt.toISOString()}>
              {hoursIn(ui.language, workshop.zone, date.startsAt, date.endsAt)}
            </time>
          </span>{' '}
          {workshop.price === 'open' && <span>{workshops.prices.open}</span>}
        </p>
        {excerpt && row.excerpt !== '' && <p>{row.excerpt}</p>}
        <StateWords ui={ui} workshop={workshop} date={date} />
        {workshop.admission === 'none' && state !== 'cancelled' && state !== 'over' && (
          <p class="ui left">{workshops.admissions.none}</p>
        )}
      </div>
    </li>
  );
}
