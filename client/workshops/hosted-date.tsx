import type { ComponentChildren } from 'preact';
import { localOf } from '../../src/workshops/local-time.js';
import { REASONS } from '../../src/workshops/workshop-facts.js';
import { stateOf, type VisibleDate, type VisibleWorkshop } from '../../src/workshops/visible-workshop.js';
import { Choice, Field } from '../kit/field.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import type { SentForm } from './hosts-page.js';
import { DateState } from './date-state.js';

interface FormProps {
  ui: Ui;
  /** Makes ids unique. */
  prefix: string;
  typed: Readonly<Record<string, string>> | null;
  errors: FormErrors | null;
}

/** Beginning and end, in the zone of the workshop. */
function Moments({ ui, prefix, typed, errors, start, end }: FormProps & { start: string; end: string }) {
  const { fields } = ui.t.workshops;
  const values = { start: typed?.['start'] ?? start, end: typed?.['end'] ?? end };
  return (
    <div class="pair">
      {(['start', 'end'] as const).map((name) => {
        const wrong = wordsOfError(ui, errors, name);
        const id = `${prefix}-${name}`;
        return (
          <div class={wrong === null ? 'field' : 'field err'}>
            <label for={id}>{fields[name]}</label>
            <input
              id={id}
              type="datetime-local"
              name={name}
              value={values[name]}
              autocomplete="off"
              required
              aria-describedby={wrong === null ? undefined : `${id}-why`}
              aria-invalid={wrong === null ? undefined : 'true'}
            />
            {wrong !== null && (
              <p class="why" id={`${id}-why`}>
                {ui.t.problems.toCorrect(wrong)}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Scope({ ui, prefix, typed }: FormProps) {
  const { hosting } = ui.t;
  const choices = (['one', 'after', 'all'] as const).map((value) => ({ value, words: hosting.scopes[value] }));
  return (
    <Choice
      ui={ui}
      name="scope"
      prefix={prefix}
      label={hosting.scope}
      value={typed?.['scope'] ?? 'one'}
      choices={choices}
    />
  );
}

interface HostedDateProps {
  ui: Ui;
  thread: { id: number };
  workshop: VisibleWorkshop;
  date: VisibleDate;
  sent: SentForm | null;
  errors: FormErrors | null;
}

/** One date with all that its hosts may do with it. */
export function HostedDate({ ui, thread, workshop, date, sent, errors }: HostedDateProps) {
  const { hosting } = ui.t;
  const { zone, admission } = workshop;
  const span = spanIn(ui.language, zone, date.startsAt, date.endsAt);
  const over = date.endsAt <= ui.dates.now;
  const propsOf = (action: string): FormProps => {
    const back = sent?.form === `${action} ${date.id}`;
    const [prefix] = date.id.split('-');
    return { ui, prefix: `${action}-${prefix}`, typed: back ? sent.fields : null, errors: back ? errors : null };
  };
  const form = (action: string, words: string, children: (props: FormProps) => ComponentChildren) => {
    const props = propsOf(action);
    return (
      <details class="fold" name={`of-${date.id}`} open={props.errors !== null}>
        <summary class="q">
          {words}
          <span class="vh">{hosting.ofDate(span)}</span>
        </summary>
        <form class="form" method="post" action={`/thread/${thread.id}/workshop/dates/${date.id}`}>
          {children(props)}
          <Scope {...props} />
          <p class="acts">
            <button class="b do" type="submit" name="action" value={action}>
              {words}
              <span class="vh">{hosting.ofDate(span)}</span>
            </button>
          </p>
        </form>
      </details>
    );
  };
  const reasons = [
    { value: '', words: hosting.choose },
    ...REASONS.map((value) => ({ value, words: hosting.reasons[value] })),
  ];
  return (
    <li data-date={date.id} data-state={stateOf(date, ui.dates.now)}>
      <DateState ui={ui} workshop={workshop} date={date} />
      {over ? (
        <p class="hint">{hosting.over}</p>
      ) : (
        <div class="folds">
          {date.state === 'cancelled'
            ? form('reopen', hosting.reopen, () => null)
            : form('move', hosting.move, (props) => (
                <Moments {...props} start={localOf(date.startsAt, zone)} end={localOf(date.endsAt, zone)} />
              ))}
          {date.state === 'planned' &&
            form('cancel', hosting.cancel, ({ prefix, typed, errors: wrong }) => (
              <Choice
                ui={ui}
                name="reason"
                prefix={prefix}
                label={hosting.why}
                value={typed?.['reason'] ?? ''}
                choices={reasons}
                errors={wrong}
              />
            ))}
          {admission !== 'none' &&
            (date.isOpen ? form('close', hosting.close, () => null) : form('open', hosting.open, () => null))}
          {admission !== 'none' &&
            form('seats', hosting.changeSeats, ({ prefix, typed, errors: wrong }) => (
              <Field
                ui={ui}
                name="seats"
                prefix={prefix}
                label={ui.t.workshops.fields.seats}
                hint={hosting.seatsHint}
                value={typed?.['seats'] ?? (date.seats === null ? '' : String(date.seats))}
                errors={wrong}
                autocomplete="off"
              />
            ))}
        </div>
      )}
    </li>
  );
}

/** One more date. */
export function NewDate({
  ui,
  thread,
  typed,
  errors,
}: Pick<FormProps, 'ui' | 'typed' | 'errors'> & { thread: { id: number } }) {
  const { hosting, workshops } = ui.t;
  const props = { ui, prefix: 'more', typed, errors };
  return (
    <details class="fold" open={errors !== null}>
      <summary class="q">{hosting.oneMore}</summary>
      <form class="form" method="post" action={`/thread/${thread.id}/workshop/dates`}>
        <Moments {...props} start="" end="" />
        <Field
          ui={ui}
          name="seats"
          prefix="more"
          label={workshops.fields.seats}
          hint={hosting.oneMoreSeats}
          value={typed?.['seats'] ?? ''}
          errors={errors}
          autocomplete="off"
        />
        <p class="acts">
          <button class="b do" type="submit">
            {hosting.oneMoreDo}
          </button>
        </p>
      </form>
    </details>
  );
}
