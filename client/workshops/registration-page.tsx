import type { ComponentChildren } from 'preact';
import type { ExactPlace, OwnRegistration, ReadWords } from '../../src/registrations/own-registration.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { VisibleDate } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { threadAddress } from '../kit/address.js';
import { momentIn, spanIn } from '../kit/facts/local-dates.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Time } from '../kit/time.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';
import { typeset } from '../kit/typeset.js';
import { RegistrationFields } from './registration-fields.js';
import { fullParts } from './seats.js';
import type { TypedForm } from './typed-registration.js';

/** What of its workshop may be read now; null where that is gone. */
export interface RegisteredAt {
  thread: VisibleThread;
  whole: WholeWorkshop;
  /** Null where the date is not there any more. */
  date: VisibleDate | null;
}

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

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Exact({ ui, place, zone }: { ui: Ui; place: ExactPlace; zone: string }) {
  const { registering, workshops } = ui.t;
  if ('from' in place)
    return <Fact label={registering.exact}>{registering.exactFrom(momentIn(ui.language, zone, place.from))}</Fact>;
  const { address, online } = place.secret;
  return (
    <>
      {address !== '' && (
        <Fact label={registering.exact}>
          <span class="address">{address}</span>
        </Fact>
      )}
      {online !== '' && (
        <Fact label={workshops.fields.online}>
          <a href={online} rel="noreferrer noopener nofollow">
            {online}
          </a>
        </Fact>
      )}
    </>
  );
}

/** The workshop as this person needs to know it. */
function What({
  ui,
  own,
  at,
  place,
  base,
}: Pick<RegistrationPageProps, 'ui' | 'own' | 'place' | 'base'> & { at: RegisteredAt }) {
  const { registering } = ui.t;
  const { thread, whole, date } = at;
  const { workshop, parts } = whole;
  const part = parts.find(({ id }) => id === own.part);
  return (
    <section class="near" aria-labelledby="what">
      <h2 class="filet" id="what">
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>
      </h2>
      <dl class="facts">
        {date !== null && (
          <Fact label={registering.when}>
            <b>
              {date.state === 'cancelled' ? (
                <del class="gone">{spanIn(ui.language, workshop.zone, date.startsAt, date.endsAt)}</del>
              ) : (
                spanIn(ui.language, workshop.zone, date.startsAt, date.endsAt)
              )}
            </b>
            {date.movedFrom !== null && (
              <p class="hint">{ui.t.workshops.movedFrom(momentIn(ui.language, workshop.zone, date.movedFrom))}</p>
            )}
          </Fact>
        )}
        {(workshop.place !== '' || workshop.town !== null || workshop.address !== '') && (
          <Fact label={registering.where}>
            {[
              typeset(ui, workshop.place),
              workshop.address,
              workshop.town === null ? '' : `${workshop.town.name} (${workshop.town.department})`,
            ]
              .filter(Boolean)
              .join(', ')}
          </Fact>
        )}
        {place !== null && <Exact ui={ui} place={place} zone={workshop.zone} />}
        {own.part !== null && (
          <Fact label={registering.what}>{part === undefined ? registering.partGone : typeset(ui, part.title)}</Fact>
        )}
        <Fact label={registering.persons}>{registering.personsOf(own.persons)}</Fact>
        {own.place !== null && (
          <Fact label={registering.line}>
            {registering.placeInLine(own.place)}
            <p class="hint">{registering.rule}</p>
          </Fact>
        )}
      </dl>
      {date !== null && (
        <p class="acts no-print">
          <a class="b" href={`${base}/workshop.ics`}>
            {registering.calendar}
          </a>
        </p>
      )}
    </section>
  );
}

function Change({ ui, own, at, base, member, typed, errors }: RegistrationPageProps & { at: RegisteredAt }) {
  const { registering } = ui.t;
  return (
    <section aria-labelledby="change">
      <h2 class="filet" id="change">
        {registering.change}
      </h2>
      <form class="form" method="post" action={base}>
        <RegistrationFields
          ui={ui}
          typed={typed}
          errors={errors}
          parts={at.whole.parts}
          fullParts={fullParts(at.whole, at.date)}
          member={member || own.mine}
        />
        <p class="acts">
          <button class="b do" type="submit" name="answer" value={own.state === 'maybe' ? 'maybe' : 'yes'}>
            {registering.save}
          </button>{' '}
          <button class="b" type="submit" name="answer" value={own.state === 'maybe' ? 'yes' : 'maybe'}>
            {own.state === 'maybe' ? registering.come : registering.maybe}
          </button>
        </p>
      </form>
    </section>
  );
}

function Cancel({ ui, base }: Pick<RegistrationPageProps, 'ui' | 'base'>) {
  const { registering } = ui.t;
  return (
    <section class="near" aria-labelledby="cancel">
      <h2 class="filet" id="cancel">
        {registering.cancelHeading}
      </h2>
      <p>{registering.cancelWords}</p>
      <form method="post" action={`${base}/cancellation`}>
        <p class="acts">
          <button class="b no" type="submit">
            {registering.cancel}
          </button>
        </p>
      </form>
    </section>
  );
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
          {at !== null && <What ui={ui} own={own} at={at} place={props.place} base={base} />}
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
          {stands && own.state !== 'declined' && opens && at !== null && <Change {...props} at={at} />}
          {stands && <Cancel ui={ui} base={base} />}
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
