import type { PublicDay, PublicRow } from '../../src/desk/public-log.js';
import { categoryAddress } from '../parts/address.js';
import { Layout } from '../parts/layout.js';
import { OlderNav } from '../parts/pages-nav.js';
import type { Ui } from '../ui.js';

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

/** What the team decided, day by day: no text, no name, no exact number. */
export function PublicLogPage({ ui, days, next, before }: PublicLogPageProps) {
  const { transparency } = ui.t;
  return (
    <Layout ui={ui} title={transparency.log}>
      <div class="title"><h1>{transparency.log}</h1><p class="lede">{transparency.logLede}</p><p class="meta"><a href="/transparency">{ui.t.statistics.title}</a></p></div>
      <div class="column stack">
        {days.length === 0 && <p class="hint">{transparency.empty}</p>}
        {days.map(({ day, rows }) => (
          <section>
            <h2 class="filet"><time dateTime={day}>{ui.dates.day(day)}</time></h2>
            <ul class="plain">
              {rows.map((row) => <li><a href={categoryAddress(row.category)}>{row.category.name}</a>{' '}<span>{wordsOf(ui, row)}</span></li>)}
            </ul>
          </section>
        ))}
        <OlderNav
          ui={ui} words={{ older: transparency.older, newest: transparency.newest }} newest={before === null ? null : '/transparency/log'}
          older={next === null ? null : `/transparency/log?before=${next}`}
        />
      </div>
    </Layout>
  );
}
