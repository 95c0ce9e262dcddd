import type { FactsPart, WorkshopFacts } from '../../../src/workshops/workshop-facts.js';
import type { Ui } from '../ui.js';
import type { FactLine } from './fact-line.js';
import { localSpan } from './local-dates.js';

function partWords({ t: { workshops } }: Ui, { title, time, text, seats }: FactsPart): string {
  return [time, title, text, seats === null ? '' : workshops.seats(seats)].filter(Boolean).join(', ');
}

/** All that a workshop says, secrets too: for its author and for who decides. */
export function workshopLines(ui: Ui, facts: WorkshopFacts): FactLine[] {
  const { workshops } = ui.t;
  const { fields } = workshops;
  const lines: [string, string][] = [
    [fields.dates, facts.dates.map(({ start, end }) => localSpan(ui.language, start, end)).join('\n')],
    [fields.candidates, facts.candidates.map(({ start, end }) => localSpan(ui.language, start, end)).join('\n')],
    [fields.zone, facts.zone],
    [fields.town, facts.townName],
    [fields.place, facts.place],
    [fields.address, facts.address],
    [fields.reveal, facts.address === '' ? '' : workshops.reveals[facts.reveal]],
    [fields.online, facts.online],
    [fields.admission, workshops.admissions[facts.admission]],
    [fields.seats, facts.seats === null ? workshops.noLimit : String(facts.seats)],
    [fields.count, workshops.counts[facts.count]],
    [fields.access, facts.access],
    [fields.bring, facts.bring],
    [fields.price, workshops.prices[facts.price]],
    [fields.language, facts.language],
    [fields.themes, facts.themes.map((code) => ui.theme(code)).join(', ')],
    [fields.parts, facts.parts.map((part) => partWords(ui, part)).join('\n')],
  ];
  return lines.map(([label, value]) => ({ label, value }));
}
