import { setImmediate } from 'node:timers/promises';

const AT_ONCE = 25;

/** Makes one thing of each, and lets other requests have their turn after every 25. */
export async function inTurns<From, To>(all: readonly From[], make: (one: From) => To): Promise<To[]> {
  const made: To[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    if (from > 0) await setImmediate();
    made.push(...all.slice(from, from + AT_ONCE).map(make));
  }
  return made;
}
