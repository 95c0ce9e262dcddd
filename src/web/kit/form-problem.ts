import type { FormErrors } from '../../../client/kit/form-errors.js';
import { Busy, Conflict, Forbidden, Invalid, TooMany } from '../../errors/errors.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { outcomeOf } from './outcome.js';

export interface FormProblem {
  status: number;
  errors: FormErrors;
  /** Seconds to wait, with a 429 or a 503. */
  wait: number | null;
}

/**
 * The messages for a form that comes back. Throws problems again that are not about the form: an address that does not
 * exist, a mistake in the program.
 */
export function formProblem(error: unknown): FormProblem {
  const known =
    error instanceof Invalid ||
    error instanceof Conflict ||
    error instanceof Forbidden ||
    error instanceof TooMany ||
    error instanceof Busy;
  if (!known) throw error;
  const { status, code, detail, fields } = outcomeOf(error);
  const wait = error instanceof TooMany || error instanceof Busy ? Number(detail['seconds'] ?? 60) : null;
  return {
    status,
    errors: {
      fields: { ...fields },
      detail: { ...detail },
      problem: fields === undefined ? code : null,
      ...(error instanceof UnclearTown && { towns: error.towns }),
    },
    wait,
  };
}
