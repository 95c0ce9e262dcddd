import { agendaAddress } from '../kit/address.js';
import { Choice } from '../kit/field.js';
import { monthIn } from '../kit/facts/local-dates.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Sifting } from '../kit/sifting.js';
import { TownField } from '../kit/town-field.js';
import type { Ui } from '../kit/ui.js';
import { monthBeside } from './month-table.js';

const MONTHS_AHEAD = 12;

/** What filters the agenda, as its address has it. */
export type AgendaQuery = Readonly<Record<string, string>>;

export interface AgendaFiltersProps {
  ui: Ui;
  query: AgendaQuery;
  /** The names of the town, the department and the region that it is filtered by; null for none. */
  place: string | null;
  /** What was typed names no town, or several: what is wrong, and those to choose from. Null for neither. */
  unclear: FormErrors | null;
}

/** What filters behind the fold. */
const FOLDED = ['town', 'department', 'region', 'near', 'online', 'theme', 'month'];

/** Where dates take place. */
const PLACED = ['town', 'department', 'region', 'near', 'km', 'online'];

/** What the form says without showing it. */
const KEPT = ['town', 'department', 'region', 'theme', 'online', 'past', 'view'];

/** Where in the list a page begins. */
const PLACES = ['page', 'from'];

/** What is asked for, but for some of it; from the first page on. */
function without(query: AgendaQuery, ...fields: string[]): AgendaQuery {
  return Object.fromEntries(Object.entries(query).filter(([field]) => ![...fields, ...PLACES].includes(field)));
}

/** What an address filters by, without where in the list it is. */
export function filtersOf(query: AgendaQuery): AgendaQuery {
  return without(query);
}

const here = (current: boolean) => (current ? ('true' as const) : undefined);

function When({ ui, query }: Pick<AgendaFiltersProps, 'ui' | 'query'>) {
  const { workshops } = ui.t;
  const { past, view, month } = query;
  // Of a month that is chosen, some dates may be over and others to come.
  const coming = past === undefined && view === undefined && month === undefined;
  return (
    <dl class="sift ui" aria-label={workshops.filter}>
      <div>
        <dt>{workshops.when}</dt>
        <dd>
          <a href={agendaAddress(without(query, 'past', 'view', 'month'))} aria-current={here(coming)}>
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

function WhereAndWhat({ ui, query, place }: Pick<AgendaFiltersProps, 'ui' | 'query' | 'place'>) {
  const { workshops } = ui.t;
  const { theme, online } = query;
  const nowhere = PLACED.every((field) => query[field] === undefined);
  return (
    <dl class="sift ui" aria-label={workshops.whereAndWhat}>
      <div>
        <dt>{workshops.filterWhere}</dt>
        <dd>
          <a href={agendaAddress(without(query, ...PLACED))} aria-current={here(nowhere)}>
            {workshops.everywhere}
          </a>{' '}
          {place !== null && (
            <>
              <a href={agendaAddress(without(query))} aria-current="true">
                {place}
              </a>{' '}
            </>
          )}
          <a
            href={agendaAddress({ ...without(query, ...PLACED), online: 'yes' })}
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

function NearForm({ ui, query, unclear }: Pick<AgendaFiltersProps, 'ui' | 'query' | 'unclear'>) {
  const { workshops } = ui.t;
  const distances = ['10', '25', '50', '100'].map((km) => ({ value: km, words: workshops.kilometres(Number(km)) }));
  // The town of an address that nobody knows is to be corrected, like one that is typed.
  const typed = query['near'] ?? (unclear === null ? undefined : query['town']);
  const kept = Object.entries(query).filter(
    ([field, value]) => KEPT.includes(field) && !(field === 'town' && value === typed),
  );
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
        value={typed ?? ''}
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

/** When, where and about what, to choose from: links, and a form for what is typed. */
export function AgendaFilters({ ui, query, place, unclear }: AgendaFiltersProps) {
  // The table says itself which month it is of: whoever turns its pages filters nothing.
  const folded = query['view'] === undefined ? FOLDED : FOLDED.filter((field) => field !== 'month');
  return (
    <>
      <When ui={ui} query={query} />
      <Sifting words={ui.t.workshops.whereAndWhat} open={folded.some((field) => query[field] !== undefined)}>
        <WhereAndWhat ui={ui} query={query} place={place} />
        <NearForm ui={ui} query={query} unclear={unclear} />
      </Sifting>
    </>
  );
}
