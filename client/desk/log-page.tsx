import type { DoneLine as Done, LogFilter, LogRow } from '../../src/desk/decisions/decision-log.js';
import type { Slice } from '../../src/threads/visible.js';
import { DoneLine } from '../kit/done-line.js';
import { Choice } from '../kit/field.js';
import { Layout } from '../kit/layout.js';
import { LogLine } from './log-line.js';
import { OlderNav } from '../kit/pages-nav.js';
import type { Ui } from '../kit/ui.js';

export interface LogPageProps {
  ui: Ui;
  /** Newest first. */
  rows: Slice<LogRow>;
  filter: LogFilter;
  before: string | null;
  deciders: { id: number; name: string }[];
  categories: { slug: string; name: string }[];
  done: Done | null;
}

/** The address of the log with another cursor, or without one, and with the same filter. */
export function logAddress(
  { decision, moderator, category, submission }: LogFilter,
  before: string | null = null,
): string {
  const chosen = Object.entries({ decision, moderator, category, submission, before }).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? '/desk/log' : `/desk/log?${query}`;
}

function Filters({
  ui,
  filter,
  deciders,
  categories,
}: Pick<LogPageProps, 'ui' | 'filter' | 'deciders' | 'categories'>) {
  const { desk } = ui.t;
  const all = { value: '', words: desk.log.all };
  return (
    <form class="log-filters ui" method="get" action="/desk/log">
      <Choice
        ui={ui}
        name="decision"
        label={desk.log.decision}
        value={filter.decision ?? ''}
        choices={[all, ...Object.entries(desk.decisions).map(([value, words]) => ({ value, words }))]}
      />
      <Choice
        ui={ui}
        name="moderator"
        label={desk.log.moderator}
        value={String(filter.moderator ?? '')}
        choices={[all, ...deciders.map(({ id, name }) => ({ value: String(id), words: name }))]}
      />
      <Choice
        ui={ui}
        name="category"
        label={desk.log.category}
        value={filter.category ?? ''}
        choices={[all, ...categories.map(({ slug, name }) => ({ value: slug, words: name }))]}
      />
      {filter.submission !== undefined && <input type="hidden" name="submission" value={filter.submission} />}
      <button class="b" type="submit">
        {desk.log.show}
      </button>
    </form>
  );
}

/** What was decided, by whom and why, with the way back from it where there is one. */
export function LogPage({ ui, rows, filter, before, deciders, categories, done }: LogPageProps) {
  const { desk } = ui.t;
  const here = logAddress(filter, before);
  return (
    <Layout ui={ui} title={desk.log.title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a>
      </nav>
      <div class="desk-head">
        <h1>{desk.log.title}</h1>
        <p class="ui meta">{desk.log.lede}</p>
      </div>
      <Filters ui={ui} filter={filter} deciders={deciders} categories={categories} />
      {done !== null && <DoneLine ui={ui} done={done} back={here} />}
      {rows.rows.length === 0 && <p class="hint">{desk.log.empty}</p>}
      <ol class="log">
        {rows.rows.map((row) => (
          <LogLine ui={ui} row={row} back={here} />
        ))}
      </ol>
      <OlderNav
        ui={ui}
        words={{ older: desk.log.older, newest: desk.log.newest }}
        newest={before === null ? null : logAddress(filter)}
        older={rows.next === null ? null : logAddress(filter, rows.next)}
      />
    </Layout>
  );
}
