import { wordsOfError } from '../../../client/kit/form-errors.js';
import type { Ui } from '../../../client/kit/ui.js';
import type { Outcome } from './outcome.js';

/** What went wrong, in words that stand alone: for a place where no page of errors can be shown. */
export function wordsOf(ui: Ui, { status, code, detail, fields }: Outcome): string {
  const { codes, pages, other } = ui.t.problems;
  const wrong = Object.keys(fields ?? {}).map((field) => wordsOfError(ui, { fields: fields ?? {}, detail }, field));
  if (wrong.length > 0) return wrong.join(' ');
  const words = codes[code]?.(detail) ?? '';
  return words === '' ? (pages[status] ?? other).join('. ') : words;
}
