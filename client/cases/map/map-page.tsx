import type { CaseMark } from '../../../src/cases/case-map.js';
import type { CaseStatus } from '../../../src/cases/case-facts.js';
import { type Box } from '../../../src/cases/map/france-grid.js';
import type { CaseRow as Row } from '../../../src/cases/visible-case.js';
import type { Department } from '../../../src/towns/departments.js';
import { casesAddress, mapAddress } from '../../kit/address.js';
import { CaseRow } from '../../kit/facts/case-row.js';
import { Layout } from '../../kit/layout.js';
import { Trail } from '../../kit/trail.js';
import { Tree } from '../../kit/tree.js';
import type { Ui } from '../../kit/ui.js';
import { CaseSift } from '../case-sift.js';
import { France } from './france.js';

export interface MapPageProps {
  ui: Ui;
  /** All of them, in the order of their codes. */
  departments: Department[];
  /** Cases in each; without those that have none. */
  counts: ReadonlyMap<string, number>;
  byStatus: ReadonlyMap<CaseStatus, number>;
  marks: CaseMark[];
  /** What stands in the list, and whether that is all. */
  rows: Row[];
  more: boolean;
  query: Readonly<Record<string, string>>;
  /** The one that is shown closer; null for the whole map. */
  here: Department | null;
  /** The part of the drawing; null for a department that is not on it. */
  box: Box | null;
}

/** Overseas nothing is drawn: a square with the code, and the words in the list below. */
function Overseas({ departments, counts, query }: Pick<MapPageProps, 'departments' | 'counts' | 'query'>) {
  return (
    <p class="squares ui" aria-hidden="true" data-map-squares>
      {departments
        .filter(({ code }) => code.length === 3)
        .map(({ code }) => (
          <>
            <a href={mapAddress(code, query)} class={counts.has(code) ? 'has' : undefined} tabIndex={-1}>
              {code}
            </a>{' '}
          </>
        ))}
    </p>
  );
}

function ByDepartment({
  ui,
  departments,
  counts,
  query,
}: Pick<MapPageProps, 'ui' | 'departments' | 'counts' | 'query'>) {
  const { cases } = ui.t;
  const regions = [...new Set(departments.map(({ region }) => region))].toSorted((one, other) =>
    one.localeCompare(other, 'fr'),
  );
  return (
    <section class="near" aria-labelledby="departments" data-map-departments>
      <h2 class="filet" id="departments">
        {cases.byDepartment}
      </h2>
      {regions.map((region) => (
        <>
          <h3>{region}</h3>
          <ul class="codes ui">
            {departments
              .filter((department) => department.region === region)
              .map(({ code, name }) => (
                <li data-department={code}>
                  <a href={mapAddress(code, query)}>
                    {name} ({code})
                  </a>{' '}
                  {counts.get(code) ?? 0}
                </li>
              ))}
          </ul>
        </>
      ))}
    </section>
  );
}

/** Drawn, since not every font has arrows. */
function Arrow({ turn }: { turn: number }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M2 8h11M9 4l4 4-4 4" transform={`rotate(${turn} 8 8)`} />
    </svg>
  );
}

/** For the script: without one the map is as large as it is. */
function MapActs({ ui }: { ui: Ui }) {
  const { moves } = ui.t.cases;
  const acts = [
    ['+', moves.closer, { 'data-zoom': '1.6' }],
    ['−', moves.farther, { 'data-zoom': '0.625' }],
    [<Arrow turn={180} />, moves.west, { 'data-move': '-0.3 0' }],
    [<Arrow turn={0} />, moves.east, { 'data-move': '0.3 0' }],
    [<Arrow turn={270} />, moves.north, { 'data-move': '0 -0.3' }],
    [<Arrow turn={90} />, moves.south, { 'data-move': '0 0.3' }],
  ] as const;
  return (
    <div class="map-acts" role="group" aria-label={ui.t.cases.mapTitle} data-map-acts hidden>
      {acts.map(([sign, words, data]) => (
        <button type="button" class="b" aria-label={words} title={words} {...data}>
          {sign}
        </button>
      ))}
      <button type="button" class="b" data-zoom="0">
        {moves.whole}
      </button>
    </div>
  );
}

function sumOf(counts: ReadonlyMap<CaseStatus, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

export function MapPage(props: MapPageProps) {
  const { ui, counts, byStatus, marks, rows, more, query, here, box } = props;
  const { cases } = ui.t;
  const title = here === null ? cases.mapTitle : cases.mapOf(`${here.name} (${here.code})`);
  const list = casesAddress(here === null ? query : { ...query, department: here.code });
  return (
    <Layout ui={ui} title={title} section="cases">
      <Trail
        ui={ui}
        steps={[
          { href: '/cases', words: cases.title },
          ...(here === null ? [] : [{ href: mapAddress(null, query), words: cases.mapTitle }]),
        ]}
      />
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{cases.mapLede}</p>
      </div>
      <div data-map-sift>
        <CaseSift ui={ui} query={query} counts={byStatus} at={(filters) => mapAddress(here?.code ?? null, filters)} />
      </div>
      <div class="beside broad">
        <div class="map" data-map={box === null ? undefined : true}>
          {box !== null && (
            <>
              <France
                box={box}
                filled={new Set(counts.keys())}
                here={here?.code ?? null}
                marks={marks}
                query={query}
              />
              <MapActs ui={ui} />
            </>
          )}
          {here === null && <Overseas {...props} />}
          <p class="hint">{cases.mapHint}</p>
          <p class="hint">
            {cases.mapSource}{' '}
            <a href="https://github.com/VictorCazanave/svg-maps" rel="noreferrer">
              svg-maps
            </a>
            , Victor Cazanave, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
          </p>
        </div>
        <section aria-labelledby="list" data-map-list>
          <h2 class="filet" id="list">
            {here === null ? cases.moving : cases.title}
          </h2>
          {rows.length > 0 && (
            <p class="hint" data-map-count>
              {cases.onMap(
                query['status'] === undefined ? sumOf(byStatus) : (byStatus.get(query['status'] as CaseStatus) ?? 0),
              )}
            </p>
          )}
          {rows.length === 0 && (
            <div class="empty">
              <Tree />
              <p>{Object.keys(query).length === 0 && here === null ? cases.empty : cases.emptyFiltered}</p>
            </div>
          )}
          <ol class="rows">
            {rows.map((row) => (
              <CaseRow ui={ui} row={row} />
            ))}
          </ol>
          {more && (
            <p class="acts">
              <a class="b" href={list}>
                {cases.everything}
              </a>
            </p>
          )}
        </section>
      </div>
      <ByDepartment {...props} />
    </Layout>
  );
}
