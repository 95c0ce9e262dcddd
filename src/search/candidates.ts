import type { Reader } from '../database/reader.js';
import type { Cursor } from '../threads/cursor.js';
import { BOUNDS, type Candidate, type Candidates, type Sought, Ways } from './ways.js';

export const HITS_A_SLICE = 20;

/** The best matches after a cursor. If there is a next slice, one match more than a slice has. */
export function byRelevance(
  reader: Reader,
  sought: Sought,
  after: Cursor | null,
  bounds = BOUNDS,
): Promise<Candidates> {
  return new Ways(reader, sought, { order: 'relevance', after, size: HITS_A_SLICE + 1 }, bounds).candidates();
}

/**
 * The newest matches after a cursor. How many there are in all is counted for the first slice only, and the others
 * repeat it.
 */
export async function byDate(
  reader: Reader,
  sought: Sought,
  after: Cursor | null,
  bounds = BOUNDS,
): Promise<Candidates> {
  const slice = (from: Cursor | null): Promise<Candidates> =>
    new Ways(reader, sought, { order: 'date', after: from, size: HITS_A_SLICE + 1 }, bounds).candidates();
  const { rows, total } = await slice(after);
  return { rows, among: null, total: after === null ? total : (await slice(null)).total };
}

/** Up to `most` matches, the newest first. */
export async function newest(reader: Reader, sought: Sought, most: number): Promise<Candidate[]> {
  const { rows } = await new Ways(reader, sought, { order: 'date', after: null, size: most }, BOUNDS).candidates();
  return rows;
}
