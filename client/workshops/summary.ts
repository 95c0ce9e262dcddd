import { type AgendaRow, stateOf } from '../../src/workshops/visible-workshop.js';
import type { Ui } from '../kit/ui.js';

/** What a feed and a calendar call a date: its state in words before its title. */
export function summaryOf(ui: Ui, { date, thread }: AgendaRow): string {
  const { workshops } = ui.t;
  const state = stateOf(date, ui.dates.now);
  if (state === 'cancelled') return workshops.cancelledBefore(thread.title);
  return date.movedFrom === null ? thread.title : workshops.movedBefore(thread.title);
}
