import type { AgendaRow } from '../../src/workshops/visible-workshop.js';
import { agendaAddress, agendaFeedAddress, calendarAddress } from '../kit/address.js';
import { Choice } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { monthIn } from '../kit/facts/local-dates.js';
import { Layout } from '../kit/layout.js';
import { Sifting } from '../kit/sifting.js';
import { TownField } from '../kit/town-field.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';
import { CalendarLinks } from './calendar-links.js';
import { monthBeside, MonthTable } from './month-table.js';
import { DateLine } from './date-line.js';

const MONTHS_AHEAD = 12;

/** What filters the agenda, as its address has it. */
export type AgendaQuery = Readonly<Record<string, string>>;

export interface AgendaPageProps {
  ui: Ui;
  rows: readonly AgendaRow[];
  query: AgendaQuery;
  /** The name of a town that is filtered by; null for none. */
  town: string | null;
  /** What was typed names no town, or several: what is wrong, and those to choose from. Null for neither. */
  unclear: FormErrors | null;
  /** Where a month is shown as a table: which one. */
  month: string | null;
  /** The address of the following page. */
  next: string | null;
  /** Where the forum is found: scheme and host. */
  origin: string;
  /** Whether whoever reads it has an account. */
  forMembers: boolean;
}

/** What filters behind the fold. */
const FOLDED = ['town', 'near', 'online', 'theme', 'month'];

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

/** What is asked for, but for some of it; from the first page on. */
function without(query: AgendaQuery, ...fields: string[]): AgendaQuery {
  return Object.fromEntries(Object.entries(query).filter(([field]) => ![...fields, 'page'].includes(field)));
}

const here = (current: boolean) => (current ? ('true' as const) : undefined);

function When({ ui, query }: Pick<AgendaPageProps, 'ui' | 'query'>) {
  const { workshops } = ui.t;
  const { past, view } = query;
  return (
    <dl class="sift ui" aria-label={workshops.filter}>
      <div>
        <dt>{workshops.when}</dt>
        <dd>
          <a
            href={agendaAddress(without(query, 'past', 'view', 'month'))}
            aria-current={here(past === undefined && view === undefined)}
          >
            {workshops.coming}
          </a>{' '}
          <a
            href={agendaAddress({ ...without(query, 'past', 'month', 'view'), past: 'yes' })}
            aria-current={here(past !== undefined)}
          >
            {workshops.past}
          </a>{' '}
          <a
            href={agendaAddress({ ...without(query, 'past'), view: 'month' })}
            aria-current={here(view !== undefined)}
          >
            {workshops.byMonth}
          </a>
        </dd>
      </div>
    </dl>
  );
}

function WhereAndWhat({ ui, query, town }: Pick<AgendaPageProps, 'ui' | 'query' | 'town'>) {
  const { workshops } = ui.t;
  const { theme, online } = query;
  const nowhere = query['town'] === undefined && query['near'] === undefined && online === undefined;
  return (
    <dl class="sift ui" aria-label={workshops.whereAndWhat}>
      <div>
        <dt>{workshops.filterWhere}</dt>
        <dd>
          <a href={agendaAddress(without(query, 'town', 'near', 'km', 'online'))} aria-current={here(nowhere)}>
            {workshops.everywhere}
          </a>{' '}
          {town !== null && (
            <>
              <a href={agendaAddress(without(query))} aria-current="true">
                {town}
              </a>{' '}
            </>
          )}
          <a
            href={agendaAddress({ ...without(query, 'town', 'near', 'km'), online: 'yes' })}
            aria-current={here(online !== undefined)}
          >
            {workshops.onlineOnly}
          </a>
        </dd>
      </div>
      <div>
        <dt>{workshops.filterTheme}</dt>
        <dd>
          <a href={agendaAddress(without(query, 'theme'))} aria-current={here(theme === undefined)}>
            {workshops.allThemes}
          </a>{' '}
          {ui.themes.map(({ code, name }) => (
            <>
              <a href={agendaAddress({ ...without(query, 'theme'), theme: code })} aria-current={here(theme === code)}>
                {name}
              </a>{' '}
            </>
          ))}
        </dd>
      </div>
    </dl>
  );
}

/** The months that one can choose: this one and those after it, and the chosen one where it is none of them. */
function monthsFrom(ui: Ui, chosen: string | undefined): { value: string; words: string }[] {
  const months = [ui.dates.today.slice(0, 7)];
  while (months.length < MONTHS_AHEAD) months.push(monthBeside(months.at(-1) ?? '', 1));
  if (chosen !== undefined && !months.includes(chosen)) months.unshift(chosen);
  const words = (month: string) => monthIn(ui.language, 'UTC', new Date(`${month}-15T00:00:00Z`));
  return [
    { value: '', words: ui.t.workshops.anyMonth },
    ...months.map((month) => ({ value: month, words: words(month) })),
  ];
}

function NearForm({ ui, query, unclear }: Pick<AgendaPageProps, 'ui' | 'query' | 'unclear'>) {
  const { workshops } = ui.t;
  const distances = ['10', '25', '50', '100'].map((km) => ({ value: km, words: workshops.kilometres(Number(km)) }));
  const kept = Object.entries(query).filter(([field]) => ['theme', 'online', 'past', 'view'].includes(field));
  const months = monthsFrom(ui, query['month']);
  return (
    <form class="form near-form" method="get" action="/workshops">
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <TownField
        ui={ui}
        name="near"
        label={workshops.near}
        value={query['near'] ?? query['town'] ?? ''}
        choice={unclear?.towns ?? []}
        errors={unclear}
      />
      <Choice ui={ui} name="km" label={workshops.within} value={query['km'] ?? '25'} choices={distances} />
      <Choice ui={ui} name="month" label={workshops.month} value={query['month'] ?? ''} choices={months} />
      <p class="acts">
        <button class="b" type="submit">
          {workshops.filter}
        </button>
      </p>
    </form>
  );
}

export function AgendaPage({ ui, rows, query, town, unclear, month, next, origin, forMembers }: AgendaPageProps) {
  const { workshops } = ui.t;
  const { page: _page, ...filters } = query;
  const filtered = Object.keys(filters).length > 0;
  return (
    <Layout ui={ui} title={workshops.agenda} section="agenda" noindex={filtered}>
      <div class="title">
        <h1>{workshops.agenda}</h1>
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
      <When ui={ui} query={query} />
      <Sifting words={workshops.whereAndWhat} open={FOLDED.some((field) => query[field] !== undefined)}>
        <WhereAndWhat ui={ui} query={query} town={town} />
        <NearForm ui={ui} query={query} unclear={unclear} />
      </Sifting>
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
