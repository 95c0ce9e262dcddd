import type { Ui } from './ui.js';

/** What a field is called for people, wherever it stands; its own name, where the catalogue has none. */
export function nameOfField(ui: Ui, field: string): string {
  const { names } = ui.t.problems;
  return Object.hasOwn(names, field) ? (names[field] ?? field) : field;
}
