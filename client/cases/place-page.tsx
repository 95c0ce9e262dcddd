import type { Department } from '../../src/cases/case-marks.js';
import type { CaseRow as Row } from '../../src/cases/visible-case.js';
import { casesAddress, departmentAddress, mapAddress, regionAddress } from '../kit/address.js';
import { CaseRow } from '../kit/facts/case-row.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface PlacePageProps {
  ui: Ui;
  /** A department, or a region by its name. */
  place: Department | { region: string };
  /** Those of the region, with how many cases each has. */
  departments: { department: Department; count: number }[];
  rows: Row[];
  more: boolean;
}

/** All that happens in a department or a region. */
export function PlacePage({ ui, place, departments, rows, more }: PlacePageProps) {
  const { cases } = ui.t;
  const code = 'code' in place ? place.code : null;
  const title = 'code' in place ? `${place.name} (${place.code})` : place.region;
  return (
    <Layout ui={ui} title={title} section="cases" noindex={rows.length === 0}>
      <Trail
        ui={ui}
        steps={[
          { href: '/cases', words: cases.title },
          ...(code === null ? [] : [{ href: regionAddress(place.region), words: place.region }]),
        ]}
      />
      <div class="title">
        <h1>{title}</h1>
        <p class="acts">
          <a class="b" href={mapAddress(code)}>
            {cases.mapTitle}
          </a>{' '}
          <a class="q" href="/cases/new">
            {cases.open}
          </a>
        </p>
      </div>
      <div class="beside">
        <section aria-labelledby="list">
          <h2 class="filet" id="list">
            {cases.title}
          </h2>
          {rows.length === 0 && (
            <div class="empty">
              <Tree />
              <p>{cases.empty}</p>
            </div>
          )}
          <ol class="rows">
            {rows.map((row) => (
              <CaseRow ui={ui} row={row} />
            ))}
          </ol>
          {more && code !== null && (
            <p class="acts">
              <a class="b" href={casesAddress({ department: code })}>
                {cases.everything}
              </a>
            </p>
          )}
        </section>
        <aside aria-labelledby="departments">
          <h2 class="filet" id="departments">
            {place.region}
          </h2>
          <ul class="lines ui">
            {departments.map(({ department, count }) => (
              <li data-department={department.code}>
                <a
                  href={departmentAddress(department.code)}
                  aria-current={department.code === code ? 'page' : undefined}
                >
                  {department.name} ({department.code})
                </a>{' '}
                {count}
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Layout>
  );
}
