import { setImmediate } from 'node:timers/promises';

const AT_ONCE = 25;
/** In milliseconds: on a slow machine a few things take as long as many do elsewhere. */
const LONGEST = 5;

/** Makes one thing of each, and lets other requests have their turn after every 25, or earlier where it takes long. */
export async function inTurns<From, To>(all: readonly From[], make: (one: From) => To): Promise<To[]> {
  const made: To[] = [];
  let since = { made: 0, began: performance.now() };
  for (const one of all) {
    if (made.length - since.made >= AT_ONCE || performance.now() - since.began > LONGEST) {
      await setImmediate();
      since = { made: made.length, began: performance.now() };
    }
    made.push(make(one));
  }
  return made;
}
