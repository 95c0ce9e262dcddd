import type { ComponentChild } from 'preact';
import { type Town, townAndDepartment } from '../../src/towns/town.js';
import { departmentAddress, regionAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { Tree } from '../kit/tree.js';
import type { Ui } from '../kit/ui.js';

export interface TownPageProps {
  ui: Ui;
  town: Town;
  /** The parts of the page that the wings draw for this town, in order; empty where they have none. */
  main: ComponentChild[];
  beside: ComponentChild[];
}

/** One town. A page without pieces is for people who follow a link, and not one of 35,000 for search engines. */
export function TownPage({ ui, town, main, beside }: TownPageProps) {
  const { towns } = ui.t;
  return (
    <Layout
      ui={ui}
      title={townAndDepartment(town)}
      noindex={main.length + beside.length === 0}
      feeds={main.length > 0 ? `/town/${town.code}` : undefined}
    >
      <div class="title">
        <h1>{town.name}</h1>
        <p class="lede">{towns.lede(town.departmentName, town.department, town.region)}</p>
      </div>
      <div class="beside">
        <div class="stack">
          {main.length > 0 ? (
            main
          ) : (
            <div class="empty">
              <Tree />
              <p>{towns.empty}</p>
              <p class="acts">
                <a class="q" href="/">
                  {towns.toThreads}
                </a>
              </p>
            </div>
          )}
        </div>
        <aside class="stack" aria-label={towns.aside}>
          <section>
            <h2 class="filet">{towns.facts}</h2>
            <Facts ui={ui} town={town} />
            {town.approximate && <p class="hint">{towns.approximate}</p>}
          </section>
          {beside}
        </aside>
      </div>
    </Layout>
  );
}

function Facts({ ui, town }: Pick<TownPageProps, 'ui' | 'town'>) {
  const { towns } = ui.t;
  return (
    <dl class="facts ui">
      <dt>{towns.department}</dt>
      <dd>
        <a href={departmentAddress(town.department)}>
          {town.departmentName} ({town.department})
        </a>
      </dd>
      <dt>{towns.region}</dt>
      <dd>
        <a href={regionAddress(town.region)}>{town.region}</a>
      </dd>
      {town.postal.length > 0 && (
        <>
          <dt>{towns.postal(town.postal.length)}</dt>
          <dd>{town.postal.join(', ')}</dd>
        </>
      )}
      {town.people > 0 && (
        <>
          <dt>{towns.people}</dt>
          <dd>{towns.count(town.people)}</dd>
        </>
      )}
      <dt>{towns.position}</dt>
      <dd>{towns.degrees(town.latitude, town.longitude)}</dd>
    </dl>
  );
}
