import type { Ground } from './bench.js';

/** CPU for one act, in ms: of the forum's process and of its PostgreSQL. */
export interface Cost {
  node: number;
  database: number;
}

/** What `times` acts cost together, shared out: `act` does all of them. */
export async function costOf({ forum }: Ground, times: number, act: () => Promise<unknown>): Promise<Cost> {
  const [before, databaseBefore] = [await forum.usage(), forum.databaseCpu()];
  await act();
  const [after, databaseAfter] = [await forum.usage(), forum.databaseCpu()];
  return { node: (after.cpu - before.cpu) / times, database: (databaseAfter - databaseBefore) / times };
}
