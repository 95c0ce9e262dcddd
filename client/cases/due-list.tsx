import type { DueDate } from '../../src/cases/open-dates.js';
import { threadAddress } from '../kit/address.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

interface DueListProps {
  ui: Ui;
  /** The soonest first. */
  dues: readonly DueDate[];
  /** Where all of them are; null where there is no such list. */
  more: string | null;
  /** The address of a calendar of theirs. */
  calendar?: string | undefined;
}

/** What comes next in several cases: the day, the rule, the case. */
export function DueList({ ui, dues, more, calendar }: DueListProps) {
  const { cases, deadlines } = ui.t;
  return (
    <section class="coming" aria-labelledby="due">
      <h2 class="filet" id="due">
        {more === null ? cases.due : <a href={more}>{cases.due}</a>}
      </h2>
      <ul class="dues">
        {dues.map(({ thread, request, date: { rule, shown, latest } }) => (
          <li data-due={thread.id} data-request={request} data-binds={rule.binds}>
            <p>
              <b>
                {latest === null && <>{deadlines.atTheEarliest} </>}
                <time dateTime={shown}>{ui.dates.day(shown)}</time>
              </b>
              , {rule.words[ui.language]}
            </p>
            <p class="meta">
              <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>{' '}
              <span>
                {deadlines.binds[rule.binds]}
                {rule.checked === null && <>, {deadlines.unchecked}</>}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p class="hint">
        {deadlines.help}. {calendar !== undefined && <a href={calendar}>{cases.calendar}</a>}
      </p>
    </section>
  );
}
