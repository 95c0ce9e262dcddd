import { encode } from 'uqr';
import { type AgendaRow, stateOf } from '../../src/workshops/visible-workshop.js';
import { posterAddress, threadAddress } from '../kit/address.js';
import { hoursIn, longDayIn, spanIn } from '../kit/facts/local-dates.js';
import { Layout } from '../kit/layout.js';
import { Tree } from '../kit/tree.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';
import { whereOf } from './date-line.js';

export interface PosterPageProps {
  ui: Ui;
  /** The date that it announces. */
  row: AgendaRow;
  /** The others of the workshop. */
  others: readonly AgendaRow[];
  /** Where the workshop is found, whole and short. */
  address: string;
}

/** Titles have up to 140 letters, and a sheet has one size. */
function sizeOf(title: string): string {
  return title.length <= 26 ? 'poster' : title.length <= 70 ? 'poster long' : 'poster longest';
}

/** The address in squares, each dark one drawn alone; for whoever sees none it stands beside it in letters. */
function Qr({ ui, address }: { ui: Ui; address: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const squares = data.flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={ui.t.workshops.poster.code}
      shape-rendering="crispEdges"
    >
      <path d={squares.join('')} />
    </svg>
  );
}

function Sheet({ ui, row, address }: Omit<PosterPageProps, 'others'>) {
  const { workshops } = ui.t;
  const { date, workshop, thread, excerpt } = row;
  const { zone, town } = workshop;
  const state = stateOf(date, ui.dates.now);
  const oneDay = longDayIn(ui.language, zone, date.startsAt) === longDayIn(ui.language, zone, date.endsAt);
  return (
    <article class={sizeOf(thread.title)} aria-label={workshops.poster.title}>
      <div>
        <p class="brand">
          <Tree /> <b>{ui.site.name}</b> <i>{ui.site.description}</i>
        </p>
        <h1>{typeset(ui, thread.title)}</h1>
        {excerpt !== '' && <p>{excerpt}</p>}
        <p class="when" data-state={state}>
          {state === 'cancelled' && (
            <>
              <b>{workshops.cancelled}</b>
              <br />
            </>
          )}
          <time datetime={date.startsAt.toISOString()}>
            {oneDay ? (
              <>
                {longDayIn(ui.language, zone, date.startsAt)}
                <br />
                {hoursIn(ui.language, zone, date.startsAt, date.endsAt)}
              </>
            ) : (
              spanIn(ui.language, zone, date.startsAt, date.endsAt)
            )}
          </time>
        </p>
        <p>
          <b>{whereOf(ui, workshop)}</b>
          {workshop.address !== '' && town !== null && (
            <>
              <br />
              {workshop.address}
            </>
          )}
          {workshop.access !== '' && (
            <>
              <br />
              {typeset(ui, workshop.access)}
            </>
          )}
        </p>
        <p>
          {workshops.poster.price[workshop.price]} {typeset(ui, workshop.bring)}
        </p>
        <div class="foot">
          <div>
            <p>
              <b>{workshop.admission === 'none' ? workshops.poster.more : workshops.poster.register}</b>
              <br />
              <span class="letters">{address.replace(/^https?:\/\//, '')}</span>
            </p>
            <p>
              <small>{workshops.poster.printed}</small>
            </p>
          </div>
          <Qr ui={ui} address={address} />
        </div>
      </div>
    </article>
  );
}

/** One date on a sheet of A4, to be printed by whoever puts it up. */
export function PosterPage({ ui, row, others, address }: PosterPageProps) {
  const { workshops } = ui.t;
  const { thread, workshop } = row;
  return (
    <Layout ui={ui} title={workshops.poster.title} section="agenda" noindex>
      <div class="no-print stack poster-words">
        <p>
          <a href={threadAddress(thread)}>{thread.title}</a>
        </p>
        <p class="hint">{workshops.poster.paper}</p>
        {others.length > 0 && (
          <>
            <p class="hint">{workshops.poster.otherDates}</p>
            <ul class="lines">
              {others.map(({ date }) => (
                <li>
                  <a href={posterAddress(thread, date)}>
                    {spanIn(ui.language, workshop.zone, date.startsAt, date.endsAt)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Sheet ui={ui} row={row} address={address} />
    </Layout>
  );
}
