import { type AgendaRow, stateOf } from '../../src/workshops/visible-workshop.js';
import { threadAddress } from '../kit/address.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { type FeedItem, rss } from '../kit/rss.js';
import type { Ui } from '../kit/ui.js';
import { asHtml } from '../kit/xml.js';
import { whereOf } from './date-line.js';
import { summaryOf } from './summary.js';

/** Whole addresses. */
interface FeedAddresses {
  page: string;
  self: string;
  origin: string;
}

/** One item a date; another one when it is moved or cancelled, so that readers show it anew. */
function itemOf(ui: Ui, row: AgendaRow, origin: string): FeedItem {
  const { date, workshop, thread, excerpt } = row;
  const state = stateOf(date, ui.dates.now);
  const sign = state === 'cancelled' ? ':cancelled' : date.movedFrom === null ? '' : `:${date.startsAt.toISOString()}`;
  const when = spanIn(ui.language, workshop.zone, date.startsAt, date.endsAt);
  const lines = [when, whereOf(ui, workshop), workshop.address, excerpt].filter((line) => line !== '');
  return {
    title: summaryOf(ui, row),
    link: `${origin}${threadAddress(thread)}`,
    guid: `urn:uuid:${date.id}${sign}`,
    at: date.changedAt,
    html: lines.map((line) => `<p>${asHtml(line)}</p>`).join(''),
  };
}

/** What is announced, moved and cancelled, the last news first. */
export function workshopFeed(ui: Ui, rows: readonly AgendaRow[], { page, self, origin }: FeedAddresses): string {
  const { workshops } = ui.t;
  return rss({
    title: workshops.feedName(ui.site.name),
    link: page,
    self,
    about: workshops.agendaLede,
    language: ui.language,
    items: rows.map((row) => itemOf(ui, row, origin)),
  });
}
