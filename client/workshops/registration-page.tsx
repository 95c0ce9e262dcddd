import type { ExactPlace, OwnRegistration, ReadWords } from '../../src/registrations/own-registration.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';
import { type RegisteredAt, RegisteredFor } from './registered-at.js';
import { CancelRegistration, ChangeRegistration } from './registration-acts.js';
import type { TypedForm } from './typed-registration.js';

export interface RegistrationPageProps {
  ui: Ui;
  own: OwnRegistration;
  at: RegisteredAt | null;
  /** Whether it is gone for good. */
  withdrawn: boolean;
  place: ExactPlace | null;
  /** What those who run it have written to this person, the newest first. */
  words: readonly ReadWords[];
  /** Path of this page. */
  base: string;
  /** For whoever has no account: the whole address of this page, and the twelve letters. */
  keep: { address: string; code: string } | null;
  /** The day on which all of it is erased, `2026-12-19`; null where nobody knows. */
  erasedOn: string | null;
  member: boolean;
  typed: TypedForm;
  errors: FormErrors | null;
}

/** What became of the workshop, where that is more than its date says. */
function newsOf({ ui, at, withdrawn }: RegistrationPageProps): string | null {
  const { registering } = ui.t;
  if (at === null) return withdrawn ? registering.withdrawn : registering.gone;
  const { date } = at;
  if (date === null) return registering.dateGone;
  if (date.state === 'cancelled') return registering.wasCancelled;
  return date.endsAt <= ui.dates.now ? registering.isOver : null;
}

/** In which ways its person is told what changes. */
function toldBy({ ui, own }: RegistrationPageProps): string {
  const { toldBy: words } = ui.t.registering;
  const mail = ui.mail && own.email !== '';
  if (!mail && !own.mine) return words.page;
  return [
    own.mine ? words.notice : '',
    mail ? (own.emailConfirmed ? words.letter : words.unconfirmed) : '',
    words.besides,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The page of one registration: whoever has its address may do what is on it. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { ui, own, at, base, keep, erasedOn, errors } = props;
  const { registering } = ui.t;
  const title = registering.states[own.state](own.persons);
  const news = newsOf(props);
  const stands = own.state !== 'cancelled';
  const opens = at?.date != null && at.date.state === 'planned' && at.date.startsAt > ui.dates.now;
  return (
    <Layout ui={ui} title={title} section="agenda" noindex>
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{registering.ledes[own.state]}</p>
      </div>
      <ErrorSummary ui={ui} errors={errors} />
      {news !== null && (
        <p class="due" role="note">
          {news}
        </p>
      )}
      <div class="beside aside-first">
        <aside aria-label={registering.arrivalFlag}>
          {(own.state === 'seated' || own.state === 'waiting') && (
            <section class="slip good">
              <p class="flag">{registering.arrivalFlag}</p>
              <p class="code">{`${own.arrivalCode.slice(0, 3)}-${own.arrivalCode.slice(3)}`}</p>
              <p class="ui">{[registering.personsOf(own.persons), own.name].filter(Boolean).join(', ')}</p>
              <p class="hint">{registering.arrivalHint}</p>
            </section>
          )}
        </aside>
        <div class="stack column">
          {at !== null && <RegisteredFor ui={ui} own={own} at={at} place={props.place} base={base} />}
          {props.words.length > 0 && (
            <section class="near" aria-labelledby="hosts-wrote">
              <h2 class="filet" id="hosts-wrote">
                {registering.hostsWrote}
              </h2>
              {props.words.map(({ html, at: writtenAt }) => (
                <article data-words>
                  <p class="ui meta">
                    <Time ui={ui} at={writtenAt} />
                  </p>
                  <div class="text" dangerouslySetInnerHTML={{ __html: html }} />
                </article>
              ))}
            </section>
          )}
          {stands && own.state !== 'declined' && opens && at !== null && <ChangeRegistration {...props} at={at} />}
          {stands && <CancelRegistration ui={ui} base={base} />}
          {keep !== null && stands && (
            <section class="form" aria-labelledby="keep">
              <h2 class="filet" id="keep">
                {registering.keep}
              </h2>
              <p class="hint">{registering.keepWords}</p>
              <div class="field whole">
                <label for="r-address">{registering.address}</label>
                <textarea id="r-address" rows={3} readOnly>{`\n${keep.address}`}</textarea>
                <button type="button" class="b" data-copy="r-address" data-copied={ui.t.write.copied} hidden>
                  {ui.t.write.copy}
                </button>
              </div>
              <Field
                ui={ui}
                name="code"
                label={registering.code}
                value={keep.code}
                readonly
                hint={
                  <>
                    {registering.codeWords} <a href="/follow">{ui.t.section.findAgain}</a>
                  </>
                }
              />
            </section>
          )}
          <p class="hint">
            {toldBy(props)} {erasedOn !== null && registering.erasedOn(ui.dates.day(erasedOn))}
          </p>
        </div>
      </div>
    </Layout>
  );
}

/** Where nothing is found: a wrong address, or one that was erased. */
export function RegistrationUnknownPage({ ui }: { ui: Ui }) {
  const { registering } = ui.t;
  return (
    <Layout ui={ui} title={registering.unknownTitle} section="agenda" noindex>
      <div class="title">
        <h1>{registering.unknownTitle}</h1>
        <p class="lede">{registering.unknownWords}</p>
      </div>
    </Layout>
  );
}
