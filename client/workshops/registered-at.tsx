import type { ComponentChildren } from 'preact';
import type { ExactPlace, OwnRegistration } from '../../src/registrations/own-registration.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { VisibleDate } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { threadAddress } from '../kit/address.js';
import { momentIn, spanIn } from '../kit/facts/local-dates.js';
import { titleOf } from '../kit/thread-row.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';

/** What of its workshop may be read now; null where that is gone. */
export interface RegisteredAt {
  thread: VisibleThread;
  whole: WholeWorkshop;
  /** Null where the date is not there any more. */
  date: VisibleDate | null;
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
export function RegisteredFor({
  ui,
  own,
  at,
  place,
  base,
}: {
  ui: Ui;
  own: OwnRegistration;
  at: RegisteredAt;
  place: ExactPlace | null;
  /** Path of the page of this registration. */
  base: string;
}) {
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
