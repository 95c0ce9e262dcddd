import type { Queries } from '../../database/transaction.js';
import { Invalid } from '../../errors/errors.js';
import type { Town } from '../../towns/town.js';
import { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import type { TypedFacts } from './facts.js';
import type { Wrong } from './typed-fields.js';

/**
 * Finds the town of a form and checks the form with it, so that all that is wrong is said at once. @throws Invalid,
 * UnclearTown
 */
export async function withTown<F>(
  tx: Queries,
  typed: TypedFacts,
  check: (town: Town | null) => { facts: F; wrong: Wrong },
): Promise<F> {
  const named = (typed['town']?.[0] ?? '').trim();
  const found = named === '' ? null : await new Towns(tx).find(named);
  const { facts, wrong } = check(found?.found === 'one' ? found.town : null);
  if (found !== null && found.found !== 'one') throw new UnclearTown(found, wrong);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return facts;
}
