import type { StatisticsPage as Shown } from '../../src/transparency/statistics/statistics.js';
import { Delays } from './charts/delays.js';
import { AfterPublication, Appeals } from './charts/judged.js';
import { Patterns } from './charts/legend.js';
import { Received } from './charts/received.js';
import { Refused } from './charts/refused.js';
import { Layout } from '../kit/layout.js';
import { statisticsAddress } from './statistics-address.js';
import type { Ui } from '../kit/ui.js';

export interface StatisticsPageProps {
  ui: Ui;
  shown: Shown;
}

/** Every period and every category, as plain links. */
function Choice({ ui, shown: { year, years, category, categories } }: StatisticsPageProps) {
  const { statistics } = ui.t;
  const slug = category?.slug ?? null;
  const current = (is: boolean) => (is ? 'true' : undefined);
  return (
    <div class="choice">
      <nav class="tabs ui" aria-label={statistics.period}>
        <a href={statisticsAddress({ year: null, category: slug })} aria-current={current(year === null)}>
          {statistics.lastMonths}
        </a>{' '}
        {years.map((one) => (
          <>
            <a href={statisticsAddress({ year: one, category: slug })} aria-current={current(year === one)}>
              {one}
            </a>{' '}
          </>
        ))}
      </nav>
      {categories.length > 1 && (
        <nav class="tabs ui" aria-label={statistics.categories}>
          <a href={statisticsAddress({ year, category: null })} aria-current={current(slug === null)}>
            {statistics.all}
          </a>{' '}
          {categories.map((one) => (
            <>
              <a href={statisticsAddress({ year, category: one.slug })} aria-current={current(slug === one.slug)}>
                {one.name}
              </a>{' '}
            </>
          ))}
        </nav>
      )}
    </div>
  );
}

/** Moderation in numbers: months that are over, drawn and in tables, and the rule by which numbers are left out. */
export function StatisticsPage({ ui, shown }: StatisticsPageProps) {
  const { statistics } = ui.t;
  const { months, reasons, year, category } = shown;
  return (
    <Layout ui={ui} title={statistics.title} team>
      <div class="title">
        <h1>{statistics.title}</h1>
        <p class="lede">{statistics.lede}</p>
        <p class="meta">
          <a href="/transparency/log">{statistics.log}</a>{' '}
          {months.length > 0 && (
            <a href={statisticsAddress({ year, category: category?.slug ?? null }, 'csv')} download>
              {statistics.csv}
            </a>
          )}{' '}
          <a href="#method">{statistics.method}</a>
        </p>
      </div>
      {months.length === 0 && <p>{statistics.empty}</p>}
      {months.length > 0 && (
        <>
          <Choice ui={ui} shown={shown} />
          <p class="hint">{statistics.signs}</p>
          <Patterns />
          <Received ui={ui} months={months} />
          <Refused ui={ui} months={months} reasons={reasons} />
          <Delays ui={ui} months={months} />
          <Appeals ui={ui} months={months} />
          <AfterPublication ui={ui} months={months} />
        </>
      )}
      <section class="statistic" id="method">
        <h2 class="filet">{statistics.method}</h2>
        <dl class="method">
          {statistics.rules.map(([what, how]) => (
            <div>
              <dt>{what}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Layout>
  );
}
