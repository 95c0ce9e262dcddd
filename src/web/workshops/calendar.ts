import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { threadAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { summaryOf } from '../../../client/workshops/summary.js';
import { whereOf } from '../../../client/workshops/date-line.js';
import type { OwnRegistration } from '../../registrations/own-registration.js';
import type { AgendaRow } from '../../workshops/visible-workshop.js';

/** By the ids of dates: the registrations of whoever the calendar belongs to. */
type OwnStates = ReadonlyMap<string, Pick<OwnRegistration, 'state' | 'persons'>>;

function ownWords({ t: { registering } }: Ui, own: OwnStates, date: string): string {
  const registered = own.get(date);
  return registered === undefined ? '' : registering.states[registered.state](registered.persons);
}

/**
 * A calendar as iCalendar has it: one event a date, no rule of recurrence, and all times in UTC, since programs read
 * time zones differently. The same rows make the same bytes.
 */
export function calendarOf(
  ui: Ui,
  name: string,
  rows: readonly AgendaRow[],
  origin: string,
  own: OwnStates = new Map(),
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Palabre', product: 'Palabre', language: ui.language.toUpperCase() },
  });
  for (const row of rows) {
    const { date, workshop, thread } = row;
    const url = `${origin}${threadAddress(thread)}`;
    calendar.createEvent({
      id: date.id,
      sequence: date.sequence,
      stamp: date.changedAt,
      lastModified: date.changedAt,
      start: date.startsAt,
      end: date.endsAt,
      summary: summaryOf(ui, row),
      location: [whereOf(ui, workshop), workshop.address].filter(Boolean).join(', '),
      description: [ownWords(ui, own, date.id), url].filter((line) => line !== '').join('\n'),
      url,
      status: date.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
