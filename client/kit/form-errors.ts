import type { Town } from '../../src/towns/town.js';
import type { Ui } from './ui.js';

/** The shape of src/errors' Invalid: a code of the catalogue for each field that is wrong. */
export interface FormErrors {
  fields: Readonly<Record<string, string>>;
  detail?: Readonly<Record<string, string | number>>;
  /** Files that came and were not taken: their names, for this one answer, and a code for each. */
  files?: readonly { name: string; why: string }[];
  /** Where the town that was typed is not clear: those to choose from. */
  towns?: readonly Town[];
  /** A code of the catalogue for what is wrong with the whole: somebody was quicker, too many at once. */
  problem?: string | null;
}

/** The sentence for a field, or null when nothing is wrong with it. */
export function wordsOfError(ui: Ui, errors: FormErrors | null, field: string): string | null {
  const code = errors?.fields[field];
  if (code === undefined) return null;
  const { fields } = ui.t.problems;
  const words = fields[code] ?? fields['wrong'];
  return words === undefined ? code : words(errors?.detail ?? {});
}

/** The sentence for what is wrong with the whole form, or null when single fields are. */
export function wordsOfProblem(ui: Ui, errors: FormErrors): string | null {
  const { problem } = errors;
  if (problem === undefined || problem === null) return null;
  const { codes, other } = ui.t.problems;
  return codes[problem]?.(errors.detail ?? {}) ?? other.join('. ');
}
