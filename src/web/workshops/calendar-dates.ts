import { Injectable } from '@nestjs/common';
import type { Audience } from '../../threads/visible.js';
import { Agenda, type AgendaFilter } from '../../workshops/agenda.js';
import type { AgendaRow } from '../../workshops/visible-workshop.js';

/** As many as a calendar has at most. */
const MOST = 500;
const DAY = 86_400_000;
const BACK = 90 * DAY;
/** So long after it a cancelled date stays, for programs that hide either its state or its title. */
const CANCELLED = 30 * DAY;

/** The dates that calendars have. */
@Injectable()
export class CalendarDates {
  constructor(private readonly agenda: Agenda) {}

  /** In the order in which they take place. Where there are too many, it is the oldest that are left out. */
  async of(audience: Audience, { after, past, ...filter }: AgendaFilter, now: Date): Promise<AgendaRow[]> {
    const wanted = { ...filter, cancelledAfter: new Date(now.getTime() - CANCELLED) };
    const back = new Date(now.getTime() - BACK);
    // Of a month those of this month; otherwise all that are recent enough.
    const from = filter.until !== undefined && after !== undefined && after > back ? after : back;
    const coming =
      past === undefined
        ? await this.agenda.dates(audience, { ...wanted, after: from > now ? from : now }, { limit: MOST })
        : [];
    const gone = { ...wanted, after: from, past: now };
    const before = from < now ? await this.agenda.dates(audience, gone, { limit: MOST - coming.length }) : [];
    return [...before.reverse(), ...coming];
  }
}
