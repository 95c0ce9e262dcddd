import { Invalid } from '../../errors/errors.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import type { Answer } from './answer.js';
import { formProblem } from './form-problem.js';

/**
 * Does what a form asks for. When that can't be done, the answer is the form with what was typed and what is wrong, as
 * `again` draws it; its status and `Retry-After` are set here. Throws what is not about the form.
 */
export async function orAgain(
  work: () => Promise<Answer>,
  again: (errors: FormErrors, error: unknown) => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const { status, errors, wait } = formProblem(error);
    const answer = await again(errors, error);
    const headers = wait === null ? answer.headers : { ...answer.headers, 'retry-after': String(wait) };
    return { ...answer, status, headers };
  }
}

/** The same where only a wrong field brings the form back: any other problem goes on to the error pages. */
export async function orTypedAgain(
  work: () => Promise<Answer>,
  again: (errors: FormErrors) => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ...(await again({ fields: error.fields, detail: error.detail })), status: 422 };
  }
}
