import type { Ground } from './bench.js';
import type { Child } from './child.js';
import type { Usage } from './children/answering.js';
import type { Page } from './pages.js';
import { raw } from './raw.js';
import { median, type Row, short } from './table.js';

const RUNS = 3;
const AT_ONCE = 4;

interface Manner {
  /** How many of them a run asks for. */
  each?: number;
  /** A bare server that answers with the same bytes, by turns. */
  floor?: Child;
}

/**
 * CPU of the forum's process for a page that it has never drawn; with a floor that of the bare server, and of the
 * forum's PostgreSQL, too.
 */
export async function drawn(
  { forum, load, say }: Ground,
  { what, path, headers, aim }: Omit<Page, 'path'> & { path: (n: number) => string },
  number: () => number,
  { each = 400, floor }: Manner = {},
): Promise<Row> {
  const visit = (url: string, next = () => path(number())): Promise<{ bytes: number }> =>
    load.ask('visit', { url, paths: Array.from({ length: each }, next), headers, atOnce: AT_ONCE });
  await visit(forum.url);
  const bare = floor === undefined ? null : await shown(floor, forum.url + path(number()), headers);
  const [ours, bases, databases]: number[][] = [[], [], []];
  let weight = 0;
  for (let turn = 0; turn < RUNS; turn++) {
    const [before, read] = [await forum.usage(), forum.databaseCpu()];
    weight = (await visit(forum.url)).bytes / each;
    ours?.push(((await forum.usage()).cpu - before.cpu) / each);
    databases?.push((forum.databaseCpu() - read) / each);
    if (bare === null || floor === undefined) continue;
    const least = await floor.ask<Usage>('usage');
    await visit(bare, () => '/');
    bases?.push(((await floor.ask<Usage>('usage')).cpu - least.cpu) / each);
  }
  say(`${what}: ${(ours ?? []).map((cpu) => short(cpu, 'ms')).join(', ')} of CPU each`);
  const row = { what: `${what} (${short(weight / 1024, 'kB')})`, ours: '', cpu: short(median(ours ?? []), 'ms'), aim };
  if (bare === null) return row;
  const besides = `and PostgreSQL ${short(median(databases ?? []), 'ms')}`;
  return { ...row, ours: short(median(ours ?? []), 'ms'), floorCpu: short(median(bases ?? []), 'ms'), besides };
}

/** @returns the address of the bare server, which now answers as the forum does */
async function shown(floor: Child, url: string, headers: Record<string, string>): Promise<string> {
  await floor.ask('show', await raw(url, headers));
  return floor.ask<string>('address');
}
