import { createHash } from 'node:crypto';

/** One in so many. */
const OF = 4;

/** Whether this is one of the few that stand for all which are answered alike: the same ones at each run. */
export function some(what: string): boolean {
  return (createHash('sha256').update(what).digest()[0] ?? 0) % OF === 0;
}
