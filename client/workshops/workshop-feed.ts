import { type AgendaRow, stateOf } from '../../src/workshops/visible-workshop.js';
import { threadAddress } from '../kit/address.js';
import { momentIn, spanIn } from '../kit/facts/local-dates.js';
import { type FeedItem, rss } from '../kit/rss.js';
import type { Ui } from '../kit/ui.js';
import { asHtml } from '../kit/xml.js';
import { whereOf } from './date-line.js';
import { summaryOf } from './summary.js';

/** What a feed is of, and its whole addresses. */
interface FeedOf {
  /** The names of where it is filtered by; null for everywhere. */
  place: string | null;
  page: string;
  self: string;
  origin: string;
}

/** Its state in words; empty where there is nothing to say of it. */
function saidOf(ui: Ui, { date, workshop }: AgendaRow): string {
  const { workshops, hosting } = ui.t;
  const state = stateOf(date, ui.dates.now);
  if (state === 'cancelled')
    return date.reason === null ? workshops.cancelled : workshops.cancelledFor(hosting.reasons[date.reason]);
  const moved =
    date.movedFrom === null ? '' : workshops.movedFrom(momentIn(ui.language, workshop.zone, date.movedFrom));
  return [state === 'full' ? `${workshops.full}.` : '', moved].filter(Boolean).join(' ');
}

/** One item a date; another one when it is moved or cancelled, so that readers show it anew. */
function itemOf(ui: Ui, row: AgendaRow, origin: string): FeedItem {
  const { date, workshop, thread, excerpt } = row;
  const state = stateOf(date, ui.dates.now);
  const sign = state === 'cancelled' ? ':cancelled' : date.movedFrom === null ? '' : `:${date.startsAt.toISOString()}`;
  const when = spanIn(ui.language, workshop.zone, date.startsAt, date.endsAt);
  const lines = [saidOf(ui, row), when, whereOf(ui, workshop), workshop.address, excerpt].filter(
    (line) => line !== '',
  );
  return {
    title: state === 'full' ? ui.t.workshops.fullBefore(thread.title) : summaryOf(ui, row),
    link: `${origin}${threadAddress(thread)}`,
    guid: `urn:uuid:${date.id}${sign}`,
    at: date.changedAt,
    html: lines.map((line) => `<p>${asHtml(line)}</p>`).join(''),
  };
}

/** What is announced, moved and cancelled, the last news first. */
export function workshopFeed(ui: Ui, rows: readonly AgendaRow[], { place, page, self, origin }: FeedOf): string {
  const { workshops } = ui.t;
  return rss({
    title: place === null ? workshops.feedName(ui.site.name) : workshops.feedNameOf(ui.site.name, place),
    link: page,
    self,
    about: workshops.agendaLede,
    language: ui.language,
    items: rows.map((row) => itemOf(ui, row, origin)),
  });
}
