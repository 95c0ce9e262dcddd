import type { Reader } from '../database/reader.js';
import type { Cursor } from '../threads/cursor.js';
import { BOUNDS, type Candidate, type Candidates, type Sought, Ways } from './ways.js';

export const HITS_A_SLICE = 20;

/** The best matches after a cursor; one more than a slice where there is a next one. */
export function byRelevance(
  reader: Reader,
  sought: Sought,
  after: Cursor | null,
  bounds = BOUNDS,
): Promise<Candidates> {
  return new Ways(reader, sought, { order: 'relevance', after, size: HITS_A_SLICE + 1 }, bounds).candidates();
}

/** The newest matches after a cursor; each further slice says the same of how many there are as the first. */
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
