import type { TieFacts } from '../../../src/threads/tie-facts.js';
import type { Ui } from '../ui.js';
import type { FactLine } from './fact-line.js';

export function tieLines(ui: Ui, { townName }: TieFacts): FactLine[] {
  return [{ label: ui.t.towns.field, value: townName }];
}
