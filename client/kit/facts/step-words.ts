import type { StepFacts } from '../../../src/cases/step-facts.js';
import type { Ui } from '../ui.js';

/** « 14 septembre 2026 », « septembre 2026 », « 2026 »: as exact as is known. */
export function datedWords(ui: Ui, dated: string): string {
  if (dated.length === 4) return dated;
  return dated.length === 7 ? ui.dates.month(`${dated}-01`) : ui.dates.day(dated);
}

/** « réponse : refus ». */
export function stepName(ui: Ui, { kind, outcome }: { kind: StepFacts['kind']; outcome: string }): string {
  const { deadlines } = ui.t;
  const name = deadlines.kinds[kind];
  return outcome === '' ? name : deadlines.withOutcome(name, deadlines.outcomes[outcome] ?? outcome);
}

/** « 412 000 € ». */
export function euros(ui: Ui, amount: number): string {
  return ui.t.cases.euros(amount);
}
