import type { CaseFacts } from '../../../src/cases/case-facts.js';
import { countryName } from '../../../src/cases/country.js';
import type { Ui } from '../ui.js';
import type { FactLine } from './fact-line.js';

/** All that a case says. */
export function caseLines(ui: Ui, facts: CaseFacts): FactLine[] {
  const { cases } = ui.t;
  const { fields } = cases;
  const { point } = facts;
  const lines: [string, string][] = [
    [ui.t.towns.field, facts.townName],
    [fields.country, facts.country === '' ? '' : countryName(ui.language, facts.country)],
    [fields.place, facts.place],
    [fields.point, point === null ? '' : ui.t.towns.degrees(point.latitude, point.longitude)],
    [fields.precision, point === null ? '' : cases.precisions[facts.precision]],
    [fields.authority, cases.authorities[facts.authority]],
    [fields.authorityName, facts.authorityName],
    [fields.status, cases.statuses[facts.status]],
    [fields.themes, facts.themes.map((code) => ui.theme(code)).join(', ')],
  ];
  return lines.map(([label, value]) => ({ label, value }));
}
