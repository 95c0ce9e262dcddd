import type { AgendaRow } from '../../src/workshops/visible-workshop.js';
import { agendaFeedAddress, calendarAddress } from '../kit/address.js';
import { monthIn } from '../kit/facts/local-dates.js';
import { Layout } from '../kit/layout.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';
import { AgendaFilters, type AgendaFiltersProps, filtersOf } from './agenda-filters.js';
import { CalendarLinks } from './calendar-links.js';
import { MonthTable, NothingAhead } from './month-table.js';
import { DateLine } from './date-line.js';

export interface AgendaPageProps extends AgendaFiltersProps {
  rows: readonly AgendaRow[];
  /** Where a month is shown as a table: which one. */
  month: string | null;
  /** Where nothing is to come in that month: the next one that has dates, if any. */
  nothingAhead: { next: string | null } | null;
  /** The address of the following page. */
  next: string | null;
  /** Where the forum is found: scheme and host. */
  origin: string;
  /** Whether whoever reads it has an account. */
  forMembers: boolean;
}

/** Dates under the names of their months, each in the zone of its workshop. */
function byMonth(ui: Ui, rows: readonly AgendaRow[]): { month: string; rows: AgendaRow[] }[] {
  const months: { month: string; rows: AgendaRow[] }[] = [];
  for (const row of rows) {
    const month = monthIn(ui.language, row.workshop.zone, row.date.startsAt);
    const last = months.at(-1);
    if (last?.month === month) last.rows.push(row);
    else months.push({ month, rows: [row] });
  }
  return months;
}

export function AgendaPage(props: AgendaPageProps) {
  const { ui, rows, query, place, unclear, month, nothingAhead, next, origin, forMembers } = props;
  const { workshops } = ui.t;
  const filters = filtersOf(query);
  const heading = place === null ? workshops.agenda : workshops.agendaOf(place);
  const filtered = Object.keys(filters).length > 0;
  return (
    <Layout ui={ui} title={heading} section="agenda" noindex={filtered} scripts={false}>
      <div class="title">
        <h1>{heading}</h1>
        <p class="lede">{workshops.agendaLede}</p>
        <p class="acts">
          <a class="b do" href="/workshops/new" rel="nofollow">
            {workshops.propose}
          </a>{' '}
          <CalendarLinks ui={ui} path={calendarAddress(filters)} origin={origin} />{' '}
          {forMembers && (
            <a class="q" href="/me/calendar">
              {workshops.mine.link}
            </a>
          )}{' '}
          <a class="q" href={agendaFeedAddress(filters)} type="application/rss+xml">
            {ui.t.feeds.rss}
          </a>
        </p>
      </div>
      <AgendaFilters ui={ui} query={query} place={place} unclear={unclear} />
      {month !== null && nothingAhead !== null && (
        <NothingAhead ui={ui} month={month} had={rows.length > 0} next={nothingAhead.next} query={filters} />
      )}
      {month !== null && <MonthTable ui={ui} month={month} rows={rows} query={filters} />}
      {unclear !== null ? null : rows.length === 0 && month === null ? (
        <div class="empty">
          <Tree />
          <p>{filtered ? workshops.agendaEmptyFiltered : workshops.agendaEmpty}</p>
          {filtered && (
            <p class="acts">
              <a class="b" href="/workshops">
                {workshops.everything}
              </a>
            </p>
          )}
        </div>
      ) : (
        byMonth(ui, month === null ? rows : []).map(({ month, rows: some }) => (
          <section class="month-list">
            <h2 class="filet">{month}</h2>
            <ol class="dates">
              {some.map((row) => (
                <DateLine ui={ui} row={row} excerpt />
              ))}
            </ol>
          </section>
        ))
      )}
      {next !== null && (
        <p class="acts">
          <a class="b" href={next} rel="next">
            {workshops.olderPage}
          </a>
        </p>
      )}
    </Layout>
  );
}
