import { Invalid } from '../../errors/errors.js';
import { cleanName, wrongSender } from '../../submissions/checked.js';

/** What somebody ticked, as a form sends it. */
export interface TypedAvailability {
  /** Ids of candidates. */
  yes: readonly string[];
  maybe: readonly string[];
  name: string;
}

export interface Availability {
  yes: string[];
  maybe: string[];
  name: string;
}

/** @throws Invalid */
export function checkedAvailability(
  typed: TypedAvailability,
  candidates: readonly string[],
  wrong: Readonly<Record<string, string>> = {},
): Availability {
  const chosen = (ids: readonly string[]): string[] => [...new Set(ids.filter((id) => id !== ''))].toSorted();
  const [yes, maybe, name] = [chosen(typed.yes), chosen(typed.maybe), cleanName(typed.name)];
  const all: Record<string, string> = { ...wrongSender(name, ''), ...wrong };
  for (const [field, ids] of Object.entries({ yes, maybe }))
    if (ids.some((id) => !candidates.includes(id))) all[field] ??= 'candidate-unknown';
  if (yes.some((id) => maybe.includes(id))) all['maybe'] ??= 'one-of-two';
  if (Object.keys(all).length > 0) throw new Invalid(all);
  return { yes, maybe, name };
}
