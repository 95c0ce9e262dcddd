import type { CountedRequest } from '../../src/cases/requests.js';
import type { WrittenRule } from '../../src/cases/law.js';
import type { CountedDate } from '../../src/deadlines/count.js';
import { casesLetterAddress } from '../kit/address.js';
import { datedWords } from '../kit/facts/step-words.js';
import type { Ui } from '../kit/ui.js';
import { CountedDates } from './counted-dates.js';

/** The next date that people have to keep, or that the authority has to. */
export function nextOf(requests: readonly CountedRequest[]): CountedDate<WrittenRule> | null {
  const open = requests
    .flatMap(({ dates }) => dates)
    .filter(({ state }) => state === 'running' || state === 'ahead')
    .toSorted((one, other) => (one.shown < other.shown ? -1 : 1));
  return open[0] ?? null;
}

export function NextDate({ ui, requests }: { ui: Ui; requests: readonly CountedRequest[] }) {
  const { cases, deadlines } = ui.t;
  const next = nextOf(requests);
  if (next === null) return null;
  const { rule, shown, latest } = next;
  return (
    <section class="due" aria-label={cases.next}>
      <p class="flag">{cases.next}</p>
      <p class="big">
        {latest === null && <>{deadlines.atTheEarliest} </>}
        <time dateTime={shown}>{ui.dates.day(shown)}</time>
      </p>
      <p>
        {rule.words[ui.language]}, {deadlines.binds[rule.binds]}.
      </p>
      <p class="hint">
        {deadlines.source(rule.source[ui.language])}. {deadlines.help}. <a href="/deadlines">{deadlines.link}</a>
      </p>
    </section>
  );
}

/** All dates of all requests, with how each was counted, and the letters that may follow. */
export function CaseClock({ ui, thread, requests }: { ui: Ui; thread: number; requests: readonly CountedRequest[] }) {
  const { cases } = ui.t;
  if (requests.length === 0) return null;
  return (
    <section class="near" aria-labelledby="clock">
      <h2 class="filet" id="clock">
        {cases.clock}
      </h2>
      <p class="ui">
        <a href={`/thread/${thread}/case/deadlines.ics`}>{cases.calendar}</a>
      </p>
      {requests.map(({ request, dates }) => (
        <details class="fold" open={requests.length === 1}>
          <summary class="q">{cases.requestOf(request.number, datedWords(ui, request.dated))}</summary>
          <CountedDates ui={ui} dates={dates} />
          <p class="acts">
            {(['cada', 'reminder', 'court'] as const).map((code) => (
              <>
                <a class="q" href={casesLetterAddress(thread, code, request.number)}>
                  {cases.letters[code]}
                </a>{' '}
              </>
            ))}
          </p>
        </details>
      ))}
    </section>
  );
}
