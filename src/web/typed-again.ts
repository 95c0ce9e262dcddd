import { Invalid } from '../errors/errors.js';
import type { FormErrors } from '../../client/parts/form-errors.js';

/**
 * Runs what a form asks for; when a field is wrong, hands the errors to `again`, which shows the form with what was
 * typed. Any other problem goes on to the error pages.
 */
export async function typedAgain<T>(work: () => Promise<T>, again: (errors: FormErrors) => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return again({ fields: error.fields, detail: error.detail });
  }
}

/** What was typed into the fields of these names, to be shown again; anything but a text is shown as nothing. */
export function typedIn<N extends string>(body: unknown, ...names: N[]): Record<N, string> {
  const fields = Object(body ?? {}) as Record<string, unknown>;
  const text = (name: N): string => (Object.hasOwn(fields, name) && typeof fields[name] === 'string' ? fields[name].slice(0, 2000) : '');
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<N, string>;
}
