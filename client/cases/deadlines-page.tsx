import type { Holiday, WrittenRule } from '../../src/cases/law.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';
import { CountForm } from './count-form.js';
import { type LawEditing, LawForms } from './law-forms.js';
import { RuleList } from './rule-list.js';

export interface DeadlinesPageProps {
  ui: Ui;
  rules: readonly WrittenRule[];
  /** The holidays of the country that a new forum is set to. */
  holidays: readonly Holiday[];
  /** What administrators have besides; null for everybody else. */
  editing: LawEditing | null;
}

/** The rules that dates are counted by, for everybody; with their forms for administrators. */
export function DeadlinesPage({ ui, rules, holidays, editing }: DeadlinesPageProps) {
  const { deadlines } = ui.t;
  const countries = [...new Set(rules.map(({ country }) => country))];
  const names = new Intl.DisplayNames(ui.language, { type: 'region' });
  return (
    <Layout ui={ui} title={deadlines.title} team={editing !== null}>
      <div class="title">
        <h1>{deadlines.title}</h1>
        <p class="lede">{deadlines.lede}</p>
        <p class="ui">
          <b>{deadlines.help}.</b>
        </p>
      </div>
      <div class="narrow stack">
        {editing !== null && <LawForms ui={ui} rules={rules} holidays={holidays} editing={editing} />}
        <section aria-labelledby="count">
          <h2 class="filet" id="count">
            {deadlines.countTitle}
          </h2>
          <p class="hint">{deadlines.countLede}</p>
          <CountForm ui={ui} />
          <p class="meta">
            <a href="/letters">{ui.t.paper.title}</a>
          </p>
        </section>
        {countries.map((country, index) => (
          <section aria-labelledby={`rules-${country}`}>
            <h2 class="filet" id={`rules-${country}`}>
              {deadlines.ofCountry(names.of(country) ?? country)}
            </h2>
            {index === 0 && <p>{deadlines.rulesLede}</p>}
            <RuleList ui={ui} rules={rules.filter((rule) => rule.country === country)} />
          </section>
        ))}
        <section aria-labelledby="holidays">
          <h2 class="filet" id="holidays">
            {deadlines.holidays}
          </h2>
          <p class="hint">{deadlines.holidaysLede(holidays.length)}</p>
          <Holidays ui={ui} holidays={holidays} />
        </section>
      </div>
    </Layout>
  );
}

/** One fold for each year: there are eleven days in each. */
function Holidays({ ui, holidays }: Pick<DeadlinesPageProps, 'ui' | 'holidays'>) {
  const years = [...new Set(holidays.map(({ day }) => day.slice(0, 4)))];
  return (
    <>
      {years.map((year) => (
        <details class="fold">
          <summary class="q">{year}</summary>
          <ul class="lines ui">
            {holidays
              .filter(({ day }) => day.startsWith(year))
              .map((holiday) => (
                <li>
                  <time dateTime={holiday.day}>{ui.dates.day(holiday.day)}</time> {holiday[ui.language]}
                </li>
              ))}
          </ul>
        </details>
      ))}
    </>
  );
}
