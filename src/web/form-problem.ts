import type { FormErrors } from '../../client/parts/form-errors.js';
import { Conflict, Forbidden, Invalid, TooMany } from '../errors/errors.js';
import { outcomeOf } from './outcome.js';

export interface FormProblem {
  status: number;
  errors: FormErrors;
  /** Seconds to wait, with a 429. */
  wait: number | null;
}

/**
 * What a form that comes back says. Throws again what is not about the form: a place that does not exist, a fault of
 * ours.
 */
export function formProblem(error: unknown): FormProblem {
  const known = error instanceof Invalid || error instanceof Conflict || error instanceof Forbidden || error instanceof TooMany;
  if (!known) throw error;
  const { status, code, detail, fields } = outcomeOf(error);
  const wait = error instanceof TooMany ? Number(detail['seconds'] ?? 60) : null;
  return { status, errors: { fields: { ...fields }, detail: { ...detail }, problem: fields === undefined ? code : null }, wait };
}
