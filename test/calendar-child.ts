import { text } from 'node:stream/consumers';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { makeUi, NO_ASSETS } from '../client/kit/make-ui.js';
import type { Site } from '../src/site/site.js';
import { instantOf } from '../src/workshops/local-time.js';
import type { AgendaRow } from '../src/workshops/visible-workshop.js';
import { calendarOf } from '../src/web/workshops/calendar.js';

/** What the process is given: it works in the time zone of its environment. */
export interface CalendarTask {
  site: Site;
  now: string;
  origin: string;
  /** With dates as JSON has them. */
  rows: AgendaRow[];
  locals: { local: string; zone: string }[];
}

/** One event, as a program has read it. */
export interface ReadEvent {
  id: string;
  start: string;
  end: string;
  status: string;
  summary: string;
  sequence: number;
}

export interface CalendarWork {
  /** As it was drawn here. */
  calendar: string;
  /** As two programs read it here. */
  ical: ReadEvent[];
  node: ReadEvent[];
  /** The moments of `locals`. */
  instants: string[];
}

const moment = /At$|^movedFrom$/;
const { site, now, origin, rows, locals } = JSON.parse(await text(process.stdin), (key, value: unknown) =>
  moment.test(key) && typeof value === 'string' ? new Date(value) : value,
) as CalendarTask;

const ui = makeUi({ site, language: 'fr', now: new Date(now), path: '', assets: NO_ASSETS });
const calendar = calendarOf(ui, site.name, rows, origin);

const ical = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((component): ReadEvent => {
  const event = new ICAL.Event(component);
  return {
    id: event.uid,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    status: String(component.getFirstPropertyValue('status')),
    summary: event.summary,
    sequence: event.sequence,
  };
});

const node = Object.values(nodeIcal.sync.parseICS(calendar)).flatMap((part): ReadEvent[] => {
  if (part?.type !== 'VEVENT') return [];
  return [
    {
      id: part.uid,
      start: part.start.toISOString(),
      end: part.end?.toISOString() ?? '',
      status: String(part.status),
      summary: typeof part.summary === 'string' ? part.summary : part.summary.val,
      sequence: Number(part.sequence),
    },
  ];
});

const instants = locals.map(({ local, zone }) => {
  const at = instantOf(local, zone);
  return typeof at === 'string' ? at : at.toISOString();
});
const work: CalendarWork = { calendar, ical, node, instants };
console.log(JSON.stringify(work));
