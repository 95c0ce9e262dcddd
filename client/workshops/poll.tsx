import type { VisibleCandidate, VisibleDate } from '../../src/workshops/visible-workshop.js';
import { Field } from '../kit/field.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';

/** What somebody ticked: ids of candidates. */
export interface TickedDates {
  yes: readonly string[];
  maybe: readonly string[];
  name: string;
}

export const NOTHING_TICKED: TickedDates = { yes: [], maybe: [], name: '' };

/** What a poll is drawn from. */
interface AskedDates {
  ui: Ui;
  zone: string;
  candidates: readonly VisibleCandidate[];
}

/** How many can come to each date, and which one was chosen. */
export function PollSums({ ui, zone, candidates, dates }: AskedDates & { dates: readonly VisibleDate[] }) {
  const { poll } = ui.t.workshops;
  return (
    <ol class="plain poll">
      {candidates.map(({ id, startsAt, endsAt, yes, maybe }) => (
        <li data-candidate={id} data-yes={yes} data-maybe={maybe}>
          <b>
            <time datetime={startsAt.toISOString()}>{spanIn(ui.language, zone, startsAt, endsAt)}</time>
          </b>
          <p class="ui meta">
            <span>{poll.yesCount(yes)}</span> <span>{poll.maybeCount(maybe)}</span>{' '}
            {dates.some((date) => date.id === id) && <b>{poll.chosen}</b>}
          </p>
        </li>
      ))}
    </ol>
  );
}

interface PollFormProps extends AskedDates {
  action: string;
  ticked: TickedDates;
  errors: FormErrors | null;
  words: string;
  /** Sends it at once; without it the answer asks once more. */
  formKey?: string;
}

/** Yes, if need be, or neither, for each date. */
export function PollForm({ ui, zone, candidates, action, ticked, errors, words, formKey }: PollFormProps) {
  const { poll } = ui.t.workshops;
  const wrong = wordsOfError(ui, errors, 'maybe') ?? wordsOfError(ui, errors, 'yes');
  return (
    <form class="form" method="post" action={action} data-sending={formKey === undefined ? undefined : ''}>
      <fieldset class={wrong === null ? 'field' : 'field err'}>
        <legend>{poll.legend}</legend>
        {wrong !== null && <p class="why">{ui.t.problems.toCorrect(wrong)}</p>}
        {candidates.map(({ id, startsAt, endsAt }) => (
          <div class="poll-line" role="group" aria-label={spanIn(ui.language, zone, startsAt, endsAt)}>
            <span aria-hidden="true">{spanIn(ui.language, zone, startsAt, endsAt)}</span>
            {(['yes', 'maybe'] as const).map((answer) => (
              <label class="pick">
                <input type="checkbox" name={answer} value={id} checked={ticked[answer].includes(id)} />{' '}
                <span>{poll.answers[answer]}</span>
              </label>
            ))}
          </div>
        ))}
      </fieldset>
      <Field
        ui={ui}
        name="name"
        prefix="poll"
        label={ui.t.write.name}
        optional={ui.t.account.optional}
        hint={poll.nameHint}
        value={ticked.name}
        errors={errors}
        autocomplete="off"
      />
      {formKey !== undefined && <input type="hidden" name="key" value={formKey} />}
      <p class="acts">
        <button class="b do" type="submit">
          {words}
        </button>
      </p>
    </form>
  );
}
