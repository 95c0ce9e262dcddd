import type { WrittenRule } from '../../src/cases/law.js';
import type { CountedDate } from '../../src/deadlines/count.js';
import type { Ui } from '../kit/ui.js';
import { checkedWords, countingOf } from './rule-words.js';

interface DateProps {
  ui: Ui;
  date: CountedDate<WrittenRule>;
}

/** The dates of one request: each with its rule, its source and how it was counted. */
export function CountedDates({ ui, dates }: { ui: Ui; dates: readonly CountedDate<WrittenRule>[] }) {
  return (
    <ol class="due-dates">
      {dates.map((date) => (
        <DueDate ui={ui} date={date} />
      ))}
    </ol>
  );
}

function DueDate({ ui, date }: DateProps) {
  const { deadlines } = ui.t;
  const { rule, shown, latest, state } = date;
  const about = rule.about[ui.language];
  return (
    <li class={state} data-rule={rule.number} data-binds={rule.binds}>
      <h3 class="due-day">
        <span class="due-words">{rule.words[ui.language]}</span>{' '}
        <span>
          {latest === null ? deadlines.atTheEarliest : deadlines.on}{' '}
          <time dateTime={shown}>{ui.dates.day(shown)}</time>
        </span>
      </h3>
      <p class="meta ui">
        <b class="due-state">{deadlines.states[state]}</b> <span>{deadlines.binds[rule.binds]}</span>
      </p>
      <p class="ui due-how">{countingOf(ui, date)}.</p>
      {about !== '' && <p class="ui">{about}</p>}
      {state === 'passed' && rule.binds === 'people' && <StillOpen ui={ui} date={date} />}
      {date.remarks.map((remark) => (
        <p class="ui">
          {remark.about[ui.language] || remark.words[ui.language]}{' '}
          <span class="hint">
            {deadlines.source(remark.source[ui.language])}, {checkedWords(ui, remark)}
          </span>
        </p>
      ))}
      <p class="hint">
        {deadlines.source(rule.source[ui.language])}, {checkedWords(ui, rule)}. <b>{deadlines.help}.</b>
      </p>
    </li>
  );
}

/** A date of ours has passed: what may still be open, and where to ask. */
function StillOpen({ ui, date: { latest, shown, remarks } }: DateProps) {
  const { deadlines } = ui.t;
  const isOther = latest !== null && latest > shown;
  return (
    <div class="slip wait">
      <p>
        {deadlines.mayBeOpen} {latest === null && deadlines.unknownReading}
        {isOther && deadlines.otherReading(ui.dates.day(latest))}{' '}
        {remarks.map((remark) => `${remark.words[ui.language]}. `)}
      </p>
      <p>
        {deadlines.whereToAsk} <a href="/">{deadlines.whereToAskLink}</a>
      </p>
    </div>
  );
}
