import { Invalid, type Problem } from './errors.js';

/**
 * Checks a form of which something was refused before, so that all that is wrong with it is said in one answer:
 * whoever has no script would otherwise choose their files anew for each thing. `refused` is null where nothing was.
 * @throws what was refused, with what the check finds.
 */
export async function saidAtOnce<T>(refused: Problem | null, check: () => Promise<T>): Promise<T> {
  if (refused === null) return check();
  if (!(refused instanceof Invalid)) throw refused;
  await check().catch((other: unknown) => {
    throw other instanceof Invalid ? other.and(refused) : other;
  });
  throw refused;
}
