import type { VisibleThread } from '../../src/threads/visible.js';
import type { VisibleDate, VisiblePart } from '../../src/workshops/visible-workshop.js';
import { REMINDS } from '../../src/workshops/registering.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { threadAddress } from '../kit/address.js';
import { spanIn } from '../kit/facts/local-dates.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { RegistrationForm } from './registration-form.js';
import { fullParts } from './seats.js';
import type { TypedForm } from './typed-registration.js';

interface CheckProps {
  ui: Ui;
  thread: VisibleThread;
  whole: WholeWorkshop;
  member: boolean;
  typed: TypedForm;
}

/** What will happen, said before it does; its button carries the key. */
export function RegistrationCheckPage({
  ui,
  thread,
  whole,
  member,
  typed,
  date,
  formKey,
}: CheckProps & { date: VisibleDate; formKey: string }) {
  const { registering, write } = ui.t;
  const part = whole.parts.find(({ id }) => id === typed.part);
  const sent: [string, string][] = [
    ['date', typed.date],
    ['part', typed.part],
    ['persons', typed.persons],
    ['answer', typed.answer],
    ['name', typed.name],
    ['email', typed.email],
    ['help', typed.help ? 'yes' : ''],
    ['mine', typed.mine ? 'yes' : ''],
    ...typed.remind.map((each): [string, string] => ['remind', each]),
    ['key', formKey],
  ];
  return (
    <Layout ui={ui} title={registering.confirmTitle} section="agenda" noindex>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: titleOf(ui, thread) }]} />
      <div class="title">
        <h1>{registering.confirmTitle}</h1>
        <p class="lede">{whatWillHappen({ ui, whole, typed, date, isFull: isFullFor(whole, part, date) })}</p>
      </div>
      <div class="column stack">
        <form class="form slip" method="post" action={`/thread/${thread.id}/workshop/registrations`}>
          <dl class="facts">
            <dt>{registering.date}</dt>
            <dd>{spanIn(ui.language, whole.workshop.zone, date.startsAt, date.endsAt)}</dd>
            {part !== undefined && (
              <>
                <dt>{registering.part}</dt>
                <dd>{part.title}</dd>
              </>
            )}
            <dt>{registering.persons}</dt>
            <dd>{registering.personsOf(Number(typed.persons))}</dd>
            {typed.name !== '' && (
              <>
                <dt>{write.name}</dt>
                <dd>{typed.name}</dd>
              </>
            )}
            {typed.email !== '' && (
              <>
                <dt>{ui.t.account.email}</dt>
                <dd>{typed.email}</dd>
              </>
            )}
            {typed.remind.length > 0 && (
              <>
                <dt>{registering.remind}</dt>
                <dd>
                  {REMINDS.filter((each) => typed.remind.includes(each))
                    .map((each) => registering.reminds[each])
                    .join(', ')}
                </dd>
              </>
            )}
          </dl>
          {sent.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="acts">
            <button class="b do" type="submit">
              {registering.confirm}
            </button>{' '}
            <a class="q" href={threadAddress(thread)}>
              {write.cancel}
            </a>
          </p>
        </form>
        <RegistrationForm
          ui={ui}
          thread={thread.id}
          whole={whole}
          member={member}
          typed={typed}
          errors={null}
          heading={registering.change}
        />
      </div>
    </Layout>
  );
}

function isFullFor(whole: WholeWorkshop, part: VisiblePart | undefined, date: VisibleDate): boolean {
  return part === undefined || part.seats === null ? date.isFull : fullParts(whole, date).has(part.id);
}

function whatWillHappen({
  ui,
  whole,
  typed,
  date,
  isFull,
}: {
  ui: Ui;
  whole: WholeWorkshop;
  typed: TypedForm;
  date: VisibleDate;
  isFull: boolean;
}): string {
  const { registering } = ui.t;
  if (typed.answer === 'maybe') return registering.willMaybe;
  if (whole.workshop.admission === 'hosts') return registering.willAsk;
  if (isFull) return registering.willWait;
  const limited = date.seats !== null || whole.parts.some(({ id, seats }) => id === typed.part && seats !== null);
  return limited ? registering.willSeat : registering.willAlways;
}

/** The form by itself, with what was typed and what is wrong with it. */
export function RegistrationAgainPage({
  ui,
  thread,
  whole,
  member,
  typed,
  errors,
}: CheckProps & { errors: FormErrors }) {
  const { registering } = ui.t;
  return (
    <Layout ui={ui} title={registering.title(titleOf(ui, thread))} section="agenda" noindex>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: titleOf(ui, thread) }]} />
      <div class="title">
        <h1>{registering.title(titleOf(ui, thread))}</h1>
      </div>
      <div class="column stack">
        <RegistrationForm ui={ui} thread={thread.id} whole={whole} member={member} typed={typed} errors={errors} />
      </div>
    </Layout>
  );
}
