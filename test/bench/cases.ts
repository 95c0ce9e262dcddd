import { plusDays } from '../../src/clock/day.js';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import type { Ground } from './bench.js';
import { explained } from './case-plans.js';
import { Child } from './child.js';
import { drawn } from './drawn.js';
import { asOwner } from './owner.js';
import { measure } from './pages.js';
import { raw } from './raw.js';
import { sowCases, type Sowing, type SownCases } from './sown-cases.js';
import { median, type Row, short } from './table.js';
import { weighed } from './weight.js';

const SOWN: Sowing = { cases: 5_000, long: 100, stepsOfLong: 200 };
const TURNS = 5;
/** Pages of a run that nobody has asked for before. */
const EACH = 60;
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };

/** Pages of cases as nobody has asked for them before: the nth address of each. */
export interface NewPage {
  what: string;
  aim: string;
  path: (n: number) => string;
  /** How many of them there are. */
  each: number;
}

/** What cases cost among thousands of them: pages that nobody asked for before, files, and what their queries read. */
export async function run(ground: Ground): Promise<Row[]> {
  const { forum, say } = ground;
  say(`sowing ${short(SOWN.cases)} cases, ${SOWN.long} of them with ${SOWN.stepsOfLong} steps`);
  const { sown, plans } = await forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    try {
      const cases = await asOwner(database.jobs, (owner) => sowCases(owner, SOWN));
      return { sown: cases, plans: await explained(database.reader, cases, say) };
    } finally {
      await database.close();
    }
  });
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const { each, ...page } of newPages(sown, SOWN, await townPages(forum.url, sown))) {
    let last = 0;
    rows.push(await drawn(ground, { ...page, headers: {} }, () => (last += 1), { each, floor }));
  }
  for (const path of ['/map', '/cases'])
    rows.push(await measure(ground, floor, { what: `${path}, kept`, path, headers: COMPRESSED, aim: 'ratio 0.9' }));
  for (const file of ['/cases.geojson', '/cases.csv']) rows.push(await taken(ground, floor, file));
  await floor.stop();
  rows.push(...(await weighed(ground, [{ what: 'cold map', path: '/map', aim: '40 kB' }])));
  return [...rows, ...plans];
}

export function newPages(sown: SownCases, { long, stepsOfLong }: Sowing, towns: readonly string[]): NewPage[] {
  // A day of its own makes an address of its own, which nobody has asked for; all cases are younger.
  const since = (n: number): string => `since=${plusDays('2001-01-01', n)}`;
  const lengthy = (n: number): number => sown.first + (n % long);
  return [
    { what: '/map', aim: 'CPU 20 ms', path: (n) => `/map?${since(n)}`, each: EACH },
    { what: '/map of a department', aim: 'CPU 20 ms', path: (n) => `/map/69?${since(n)}`, each: EACH },
    { what: '/cases', aim: 'CPU 20 ms', path: (n) => `/cases?${since(n)}`, each: EACH },
    { what: '/cases, what is due', aim: '', path: (n) => `/cases?due=yes&${since(n)}`, each: EACH },
    { what: 'a town', aim: 'CPU 20 ms', path: (n) => towns[n % towns.length] ?? '', each: towns.length / 5 },
    {
      what: `a case with ${stepsOfLong} steps`,
      aim: 'CPU 15 ms',
      path: (n) => `/thread/${lengthy(n)}/dossier-${lengthy(n)}`,
      each: long / 5,
    },
  ];
}

/** The addresses of towns that have a case, as they lead to them: five runs of pages. */
export async function townPages(url: string, { towns }: SownCases): Promise<string[]> {
  const led: string[] = [];
  for (const code of towns.slice(0, EACH * 5)) {
    const answer = await fetch(`${url}/town/${code}`, { redirect: 'manual' });
    led.push(answer.headers.get('location') ?? '');
  }
  return led;
}

/** A file that is made anew each time, by the clock and by CPU, and a bare server that has its bytes. */
async function taken({ forum, say }: Ground, floor: Child, path: string): Promise<Row> {
  await floor.ask('show', await raw(forum.url + path, {}));
  const bare = await floor.ask<string>('address');
  const [times, bases]: [number[], number[]] = [[], []];
  let bytes = 0;
  const timed = async (url: string): Promise<number> => {
    const before = performance.now();
    bytes = (await (await fetch(url)).arrayBuffer()).byteLength;
    return performance.now() - before;
  };
  // As pages are: a process that has just started compiles what it makes.
  for (let turn = 0; turn < TURNS; turn++) await timed(forum.url + path);
  const [before, read] = [await forum.usage(), forum.databaseCpu()];
  for (let turn = 0; turn < TURNS; turn++) times.push(await timed(forum.url + path));
  const cpu = ((await forum.usage()).cpu - before.cpu) / TURNS;
  const besides = `and PostgreSQL ${short((forum.databaseCpu() - read) / TURNS, 'ms')}`;
  for (let turn = 0; turn < TURNS; turn++) bases.push(await timed(bare));
  say(`${path}: ${times.map((time) => short(time, 'ms')).join(', ')}`);
  const what = `${path} (${short(bytes / 1024, 'kB')})`;
  return {
    what,
    ours: short(median(times), 'ms'),
    floor: short(median(bases), 'ms'),
    cpu: short(cpu, 'ms'),
    aim: '100 ms',
    besides,
  };
}
