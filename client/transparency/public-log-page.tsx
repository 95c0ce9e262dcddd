import type { PublicDay, PublicRow } from '../../src/transparency/public-log.js';
import { categoryAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import type { Ui } from '../kit/ui.js';

export interface PublicLogPageProps {
  ui: Ui;
  /** Newest first; only days that are over. */
  days: readonly PublicDay[];
  /** The day from which the next page goes on. */
  next: string | null;
  before: string | null;
}

function wordsOf(ui: Ui, { decision, reason, about }: PublicRow): string {
  const { transparency } = ui.t;
  const [one, many] = transparency.entries[decision];
  const what = about === 1 ? one : about === 2 ? transparency.some(many) : transparency.about(about, many);
  return reason === '' ? what : transparency.because(what, ui.reason(reason));
}

/** The rows of a day in their order, by the address of their category. */
function byCategory(rows: readonly PublicRow[]): Map<string, [PublicRow, ...PublicRow[]]> {
  const found = new Map<string, [PublicRow, ...PublicRow[]]>();
  for (const row of rows) {
    const others = found.get(row.category.slug);
    if (others === undefined) found.set(row.category.slug, [row]);
    else others.push(row);
  }
  return found;
}

/** What the team decided, day by day: no text, no name, no exact number. */
export function PublicLogPage({ ui, days, next, before }: PublicLogPageProps) {
  const { transparency } = ui.t;
  return (
    <Layout ui={ui} title={transparency.log} team>
      <div class="title">
        <h1>{transparency.log}</h1>
        <p class="lede">{transparency.logLede}</p>
        <p class="meta">
          <a href="/transparency">{ui.t.statistics.title}</a>
        </p>
      </div>
      <div class="column stack">
        {days.length === 0 && <p class="hint">{transparency.empty}</p>}
        {days.map(({ day, rows }) => (
          <section>
            <h2 class="filet">
              <time dateTime={day}>{ui.dates.day(day)}</time>
            </h2>
            <dl class="facts decided">
              {[...byCategory(rows)].map(([slug, [first, ...others]]) => (
                <>
                  <dt>
                    <a href={categoryAddress({ slug })}>{first.category.name}</a>
                  </dt>{' '}
                  {[first, ...others].map((row) => (
                    <>
                      <dd>{wordsOf(ui, row)}</dd>{' '}
                    </>
                  ))}
                </>
              ))}
            </dl>
          </section>
        ))}
        <OlderNav
          ui={ui}
          words={{ older: transparency.older, newest: transparency.newest }}
          newest={before === null ? null : '/transparency/log'}
          older={next === null ? null : `/transparency/log?before=${next}`}
        />
      </div>
    </Layout>
  );
}
