import { instantOf } from '../../workshops/local-time.js';

/** A moment that was checked when it was sent. */
export function momentOf(local: string, zone: string): Date {
  const at = instantOf(local, zone);
  if (typeof at === 'string') throw new Error(`${local} in ${zone} is no moment`);
  return at;
}
