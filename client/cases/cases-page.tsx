import type { CaseStatus } from '../../src/cases/case-facts.js';
import type { CaseRow as Row } from '../../src/cases/visible-case.js';
import type { Slice } from '../../src/threads/visible.js';
import { casesAddress, mapAddress } from '../kit/address.js';
import { type CasesQuery, CaseSift } from './case-sift.js';
import { CaseRow } from '../kit/facts/case-row.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { TownField } from '../kit/town-field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface CasesPageProps {
  ui: Ui;
  cases: Slice<Row>;
  query: CasesQuery;
  /** What is filtered by besides: a town, a department; empty for none. */
  place: string;
  before: string | null;
  counts: ReadonlyMap<CaseStatus, number>;
  /** Where the town that was typed is not clear. */
  errors: FormErrors | null;
}

export function CasesPage({ ui, cases: slice, query, place, before, counts, errors }: CasesPageProps) {
  const { cases } = ui.t;
  const title = place === '' ? cases.title : cases.titleIn(place);
  const { town: _town, department: _department, ...elsewhere } = query;
  const newest = casesAddress(query);
  const joint = newest.includes('?') ? '&' : '?';
  return (
    <Layout ui={ui} title={title} section="cases" noindex={before !== null || errors !== null}>
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{cases.lede}</p>
        <p class="acts">
          <a class="b do" href="/cases/new">
            {cases.open}
          </a>{' '}
          <a class="q" href={mapAddress(null, elsewhere)}>
            {cases.mapTitle}
          </a>{' '}
          <a class="q" href="/cases/numbers">
            {cases.numbersTitle}
          </a>{' '}
          <a class="q" href="/letters">
            {cases.writeRequest}
          </a>
        </p>
      </div>
      <CaseSift ui={ui} query={query} counts={counts} at={casesAddress} dues>
        <form class="near-form" method="get" action="/cases">
          {Object.entries(elsewhere).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <TownField ui={ui} value={query['town'] ?? ''} errors={errors} choice={errors?.towns ?? []} />
          <p class="acts">
            <button class="b" type="submit">
              {cases.filter}
            </button>
          </p>
        </form>
      </CaseSift>
      <section aria-labelledby="list">
        <h2 class="filet" id="list">
          {cases.moving}
        </h2>
        {slice.rows.length === 0 && (
          <div class="empty">
            <Tree />
            <p>{Object.keys(query).length === 0 ? cases.empty : cases.emptyFiltered}</p>
            {Object.keys(query).length > 0 && (
              <p class="acts">
                <a class="q" href="/cases">
                  {cases.everything}
                </a>
              </p>
            )}
          </div>
        )}
        <ol class="rows">
          {slice.rows.map((row) => (
            <CaseRow ui={ui} row={row} />
          ))}
        </ol>
        <OlderNav
          ui={ui}
          newest={before === null ? null : newest}
          older={slice.next === null ? null : `${newest}${joint}before=${encodeURIComponent(slice.next)}`}
        />
      </section>
    </Layout>
  );
}
