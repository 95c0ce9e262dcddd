import type { ComponentChildren } from 'preact';
import type { VisibleThread } from '../../src/threads/visible.js';
import { takesRegistrations, type VisibleHost } from '../../src/workshops/visible-workshop.js';
import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import { agendaAddress, postAddress, posterAddress, threadAddress, townAddress } from '../kit/address.js';
import { momentIn } from '../kit/facts/local-dates.js';
import { AuthorName } from '../kit/author.js';
import { Slot } from '../kit/slot.js';
import { typeset } from '../kit/typeset.js';
import type { Ui } from '../kit/ui.js';
import { CalendarLinks } from './calendar-links.js';
import { dateOfParts } from './seats.js';
import { PollSection } from './poll-section.js';
import { eventData } from './event-data.js';
import { DateItems, PartItems } from './workshop-items.js';

interface HeadProps {
  ui: Ui;
  thread: VisibleThread;
  whole: WholeWorkshop;
  /** Where the forum is found: scheme and host. */
  origin: string;
}

/** Who runs it: those who want to be named, or « l’équipe d’organisation ». */
function Hosts({ ui, hosts }: { ui: Ui; hosts: readonly VisibleHost[] }) {
  if (hosts.length === 0) return <>{ui.t.hosting.theTeam}</>;
  return (
    <ul class="plain">
      {hosts.map((author) => (
        <li>
          <AuthorName ui={ui} author={author} />
        </li>
      ))}
    </ul>
  );
}

/** How one registers, or why one cannot. */
function admissionWords(ui: Ui, { workshop, dates }: WholeWorkshop): string {
  const { workshops } = ui.t;
  if (workshop.admission === 'none') return workshops.admissions.none;
  if (!workshop.hasHost) return workshops.notOpenYet;
  const open = dates.some((date) => takesRegistrations(workshop, date, ui.dates.now));
  return open ? workshops.admissions[workshop.admission] : workshops.closed;
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What one takes along: its dates for a calendar, a sheet for the wall. */
function Along({ ui, thread, origin }: Pick<HeadProps, 'ui' | 'thread' | 'origin'>) {
  const { workshops } = ui.t;
  return (
    <>
      <CalendarLinks ui={ui} path={`/thread/${thread.id}/workshop.ics`} origin={origin} words={workshops.calendar} />{' '}
      <a class="q" href={posterAddress(thread, null)}>
        {workshops.poster.make}
      </a>
    </>
  );
}

/** When, where and how, above the discussion. */
export function WorkshopHead({ ui, thread, whole, origin }: HeadProps) {
  const { workshops } = ui.t;
  const { workshop, dates, parts, hosts, candidates, report } = whole;
  const isOver = dates.length > 0 && dates.every(({ endsAt }) => endsAt <= ui.dates.now);
  const { fields } = workshops;
  const ofParts = parts.some(({ seats }) => seats !== null) ? dateOfParts(whole, ui.dates.now) : null;
  return (
    <section class="near workshop" aria-label={workshops.facts} data-workshop={thread.id}>
      {report !== null && isOver && (
        <section class="near" aria-labelledby="report" data-outcome={report.number}>
          <h2 class="filet" id="report">
            <a href={postAddress(thread.id, report.number)}>{workshops.report}</a>
          </h2>
          <div class="text" dangerouslySetInnerHTML={{ __html: report.html }} />
        </section>
      )}
      <dl class="gist">
        <div>
          <dt>{workshops.when}</dt>
          <dd>
            {dates.length === 0 && <b>{workshops.poll.toFind}</b>}
            <ol class="plain when">
              <DateItems ui={ui} whole={whole} />
            </ol>
          </dd>
        </div>
        <div>
          <dt>{workshops.where}</dt>
          <dd>
            {workshop.place !== '' && <b>{typeset(ui, workshop.place)}</b>}
            {workshop.address !== '' && <p class="address">{workshop.address}</p>}
            {workshop.town !== null && (
              <p>
                <a href={townAddress(workshop.town)}>
                  {workshop.town.name} ({workshop.town.department})
                </a>
              </p>
            )}
            {workshop.isOnline && <p>{workshop.town === null ? workshops.onlineOnly : workshops.alsoOnline}</p>}
            {workshop.online !== '' && (
              <p>
                <a href={workshop.online} rel="noreferrer noopener nofollow">
                  {workshop.online}
                </a>
              </p>
            )}
          </dd>
        </div>
      </dl>
      <p class="acts no-print">
        {dates.some((date) => takesRegistrations(workshop, date, ui.dates.now)) && (
          <a class="b do" href="#register">
            {workshop.admission === 'hosts' ? ui.t.registering.ask : ui.t.registering.come}
          </a>
        )}{' '}
        {dates.length > 0 && <Along ui={ui} thread={thread} origin={origin} />}
      </p>
      {candidates.length > 0 && <PollSection ui={ui} thread={thread} whole={whole} />}
      <Slot name="hosting" />
      <dl class="facts">
        {workshop.access !== '' && <Fact label={fields.access}>{typeset(ui, workshop.access)}</Fact>}
        {workshop.bring !== '' && <Fact label={fields.bring}>{typeset(ui, workshop.bring)}</Fact>}
        <Fact label={fields.price}>{workshops.prices[workshop.price]}</Fact>
        {workshop.language !== '' && <Fact label={fields.language}>{workshop.language}</Fact>}
        <Fact label={fields.admission}>{admissionWords(ui, whole)}</Fact>
        {workshop.hasHost && (
          <Fact label={ui.t.hosting.hosts}>
            <Hosts ui={ui} hosts={hosts} />
          </Fact>
        )}
        {workshop.themes.length > 0 && (
          <Fact label={fields.themes}>
            {workshop.themes.map((code) => (
              <>
                <a href={agendaAddress({ theme: code })}>{ui.theme(code)}</a>{' '}
              </>
            ))}
          </Fact>
        )}
      </dl>
      {parts.length > 0 && (
        <div>
          <h2 class="filet">{fields.parts}</h2>
          {ofParts !== null && dates.length > 1 && (
            <p class="hint">{ui.t.registering.partsOf(momentIn(ui.language, workshop.zone, ofParts.startsAt))}</p>
          )}
          <ol class="dates hours">
            <PartItems ui={ui} whole={whole} />
          </ol>
        </div>
      )}
      {dates.length > 0 && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: eventData(thread, whole, `${origin}${threadAddress(thread)}`) }}
        />
      )}
    </section>
  );
}
