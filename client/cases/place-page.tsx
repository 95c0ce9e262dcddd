import type { ComponentChild } from 'preact';
import type { Department } from '../../src/towns/departments.js';
import { departmentAddress, mapAddress, regionAddress } from '../kit/address.js';
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
  /** The parts of the page that the wings draw, in order; empty where they have none. */
  main: ComponentChild[];
  beside: ComponentChild[];
}

/** All that happens in a department or a region. */
export function PlacePage({ ui, place, departments, main, beside }: PlacePageProps) {
  const { cases } = ui.t;
  const code = 'code' in place ? place.code : null;
  const title = 'code' in place ? `${place.name} (${place.code})` : place.region;
  const address = code === null ? regionAddress(place.region) : departmentAddress(code);
  return (
    <Layout
      ui={ui}
      title={title}
      section="cases"
      noindex={main.length + beside.length === 0}
      feeds={main.length > 0 ? address : undefined}
    >
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
        <div class="stack">
          {main.length > 0 ? (
            main
          ) : (
            <div class="empty">
              <Tree />
              <p>{cases.empty}</p>
            </div>
          )}
        </div>
        <aside class="stack" aria-label={place.region}>
          <section aria-labelledby="departments">
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
          </section>
          {beside}
        </aside>
      </div>
    </Layout>
  );
}
