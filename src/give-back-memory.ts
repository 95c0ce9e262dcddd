import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After the first pages, which come as soon as there is somebody to answer. */
const SOON = 1_000;

/**
 * Gives back, once, what only the start needed: the code of everything that ran a single time, and on the first start
 * the texts of the demonstration. Node would keep it for as long as nobody asks for much, which on a small server is
 * for ever.
 */
export function giveBackMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (how: { flavor: 'last-resort' }) => void;
    setFlagsFromString('--no-expose-gc');
    collect({ flavor: 'last-resort' });
  }, SOON).unref();
}
