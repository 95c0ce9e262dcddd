import { type AgendaRow, stateOf } from '../../src/workshops/visible-workshop.js';
import { agendaAddress, threadAddress } from '../kit/address.js';
import { dayKeyIn, monthIn, weekdaysIn } from '../kit/facts/local-dates.js';
import type { Ui } from '../kit/ui.js';
import type { AgendaQuery } from './agenda-filters.js';

/** The month before or after `2026-12`. */
export function monthBeside(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Weeks from Monday to Sunday; null for days of other months. */
function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: days }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_empty, day) => cells[week * 7 + day] ?? null),
  );
}

interface NothingAheadProps {
  ui: Ui;
  /** `2026-12`. */
  month: string;
  /** Whether there was something in it. */
  had: boolean;
  /** The next month that has dates; null where none is announced. */
  next: string | null;
  query: AgendaQuery;
}

/** Above a month in which nothing is to come any more: that this is so, and the way to what comes next. */
export function NothingAhead({ ui, month, had, next, query }: NothingAheadProps) {
  const { workshops } = ui.t;
  return (
    <p class="ui" data-nothing-ahead>
      {(had ? workshops.monthOver : workshops.monthEmpty)(monthWords(ui, month))}{' '}
      {next !== null && (
        <a href={agendaAddress({ ...query, view: 'month', month: next })}>
          {workshops.nextDates(monthWords(ui, next))}
        </a>
      )}
    </p>
  );
}

/** « décembre 2026 » */
function monthWords(ui: Ui, month: string): string {
  return monthIn(ui.language, 'UTC', new Date(`${month}-15T00:00:00Z`));
}

interface MonthTableProps {
  ui: Ui;
  /** `2026-12`. */
  month: string;
  rows: readonly AgendaRow[];
  query: AgendaQuery;
}

/**
 * One month as a table, each date a link. On a phone the style sheet makes a line of each day that has something, and
 * browsers take a table that is laid out so for none: hence the roles.
 */
export function MonthTable({ ui, month, rows, query }: MonthTableProps) {
  const on = new Map<string, AgendaRow[]>();
  for (const row of rows) {
    const day = dayKeyIn(row.workshop.zone, row.date.startsAt);
    on.set(day, [...(on.get(day) ?? []), row]);
  }
  const weekdays = weekdaysIn(ui.language);
  const beside = (by: 1 | -1) => {
    const to = monthBeside(month, by);
    const words = monthWords(ui, to);
    return <a href={agendaAddress({ ...query, view: 'month', month: to })}>{by < 0 ? `‹ ${words}` : `${words} ›`}</a>;
  };
  return (
    <>
      <table class="month ui" role="table">
        <caption>{monthWords(ui, month)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {weekdays.map(({ short, long }) => (
              <th scope="col" abbr={long} role="columnheader">
                <span aria-hidden="true">{short}</span>
                <span class="vh">{long}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeksOf(month).map((week) => (
            <tr role="row">
              {week.map((day, weekday) => (
                <td role="cell">
                  {day !== null && (
                    <span class="number">
                      <span class="weekday" aria-hidden="true">
                        {weekdays[weekday]?.short}
                      </span>{' '}
                      {Number(day.slice(8))}
                    </span>
                  )}
                  {(day === null ? [] : (on.get(day) ?? [])).map((row) => (
                    <a
                      href={threadAddress(row.thread)}
                      data-date={row.date.id}
                      data-state={stateOf(row.date, ui.dates.now)}
                      class={stateOf(row.date, ui.dates.now) === 'cancelled' ? 'off' : undefined}
                    >
                      {row.date.state === 'cancelled' ? (
                        <>
                          <del>{row.thread.title}</del> {ui.t.workshops.cancelled}
                        </>
                      ) : (
                        row.thread.title
                      )}
                    </a>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <nav class="acts ui" aria-label={ui.t.workshops.otherMonths}>
        {beside(-1)} {beside(1)}
      </nav>
    </>
  );
}
