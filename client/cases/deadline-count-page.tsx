import type { WrittenRule } from '../../src/cases/law.js';
import type { CountedDate } from '../../src/deadlines/count.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { CountForm, type CountField } from './count-form.js';
import { CountedDates } from './counted-dates.js';

export interface DeadlineCountPageProps {
  ui: Ui;
  typed: Partial<Record<CountField, string>>;
  errors: FormErrors | null;
  /** Null where what was typed can't be counted. */
  dates: readonly CountedDate<WrittenRule>[] | null;
}

/** What the law makes of some days, for whoever asks. Its address has the days, so no search engine may keep it. */
export function DeadlineCountPage({ ui, typed, errors, dates }: DeadlineCountPageProps) {
  const { deadlines } = ui.t;
  return (
    <Layout ui={ui} title={deadlines.counted} noindex>
      <Trail ui={ui} steps={[{ href: '/deadlines', words: deadlines.link }]} />
      <div class="title">
        <h1>{deadlines.counted}</h1>
        {dates !== null && <p class="lede">{deadlines.countedLede(ui.dates.day(ui.dates.today))}</p>}
      </div>
      <div class="narrow stack">
        {dates !== null && dates.length === 0 && <p class="empty">{deadlines.none}</p>}
        {dates !== null && dates.length > 0 && (
          <section aria-labelledby="dates">
            <h2 class="filet" id="dates">
              {deadlines.dates}
            </h2>
            <CountedDates ui={ui} dates={dates} />
          </section>
        )}
        <section aria-labelledby="again">
          <h2 class="filet" id="again">
            {dates === null ? deadlines.countTitle : deadlines.again}
          </h2>
          <p class="hint">{deadlines.countLede}</p>
          <CountForm ui={ui} typed={typed} errors={errors} />
          <p class="meta">
            <a href="/deadlines">{deadlines.toRules}</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}
