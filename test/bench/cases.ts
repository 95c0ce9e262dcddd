import { CaseMarks } from '../../src/cases/case-marks.js';
import { CaseNumbers } from '../../src/cases/case-numbers.js';
import { CaseSteps } from '../../src/cases/case-steps.js';
import { Cases } from '../../src/cases/cases.js';
import { Deadlines } from '../../src/cases/deadlines.js';
import { openDates } from '../../src/cases/open-dates.js';
import { plusDays } from '../../src/clock/day.js';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import { blocksOf, sourcesOf } from '../explained.js';
import { ExplainingReader } from '../explaining-reader.js';
import type { Ground } from './bench.js';
import { asOwner } from './owner.js';
import { drawn } from './sections.js';
import { CASES, LONG, type SownCases, sowCases, STEPS_OF_LONG } from './sown-cases.js';
import { median, type Row, short } from './table.js';

const TODAY = new Date().toISOString().slice(0, 10);
const TURNS = 5;
/** Pages of a run that nobody has asked for before. */
const EACH = 60;

/** What cases cost among thousands of them: pages that nobody asked for before, files, and what their queries read. */
export async function run(ground: Ground): Promise<Row[]> {
  const { forum, say } = ground;
  say(`sowing ${short(CASES)} cases, ${LONG} of them with ${STEPS_OF_LONG} steps`);
  let sown: SownCases = { first: 0, towns: [] };
  const plans = await forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    try {
      sown = await asOwner(database.jobs, sowCases);
      return await explained(new ExplainingReader(database.reader), sown, say);
    } finally {
      await database.close();
    }
  });
  let last = 0;
  const next = (): number => (last += 1);
  // A day of its own makes an address of its own, which nobody has asked for; all cases are younger.
  const day = (n: number): string => plusDays('2001-01-01', n);
  const pages: [string, string, (n: number) => string][] = [
    ['/map', 'CPU 20 ms', (n) => `/map?since=${day(n)}`],
    ['/map of a department', 'CPU 20 ms', (n) => `/map/69?since=${day(n)}`],
    ['/cases', 'CPU 20 ms', (n) => `/cases?since=${day(n)}`],
    ['/cases, what is due', '', (n) => `/cases?due=yes&since=${day(n)}`],
  ];
  const rows: Row[] = [];
  for (const [what, aim, path] of pages) rows.push(await drawn(ground, { what, path, headers: {}, aim }, next, EACH));
  rows.push(
    await drawn(
      ground,
      { what: 'a town', path: townOf(await slugs(ground, sown)), headers: {}, aim: 'CPU 20 ms' },
      next,
      EACH,
    ),
  );
  const long = (n: number): string => `/thread/${sown.first + (n % LONG)}/dossier-${sown.first + (n % LONG)}`;
  rows.push(
    await drawn(
      ground,
      { what: `a case with ${STEPS_OF_LONG} steps`, path: long, headers: {}, aim: 'CPU 15 ms' },
      next,
      LONG / 4,
    ),
  );
  for (const file of ['/cases.geojson', '/cases.csv']) rows.push(await taken(ground, file));
  return [...rows, ...plans];
}

/** The addresses of towns, as they lead to them. */
async function slugs({ forum }: Ground, { towns }: SownCases): Promise<string[]> {
  const led: string[] = [];
  for (const code of towns.slice(0, EACH * 4)) {
    const answer = await fetch(`${forum.url}/town/${code}`, { redirect: 'manual' });
    led.push(answer.headers.get('location') ?? '');
  }
  return led;
}

function townOf(addresses: readonly string[]): (n: number) => string {
  return (n) => addresses[n % addresses.length] ?? '';
}

/** A file that is made anew each time. */
async function taken({ forum, say }: Ground, path: string): Promise<Row> {
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn <= TURNS; turn++) {
    const before = performance.now();
    bytes = (await (await fetch(`${forum.url}${path}`)).arrayBuffer()).byteLength;
    if (turn > 0) times.push(performance.now() - before);
  }
  say(`${path}: ${times.map((time) => short(time, 'ms')).join(', ')}`);
  return { what: `${path} (${short(bytes / 1024, 'kB')})`, ours: short(median(times), 'ms'), aim: '100 ms' };
}

async function explained(reader: ExplainingReader, { first, towns }: SownCases, say: Ground['say']): Promise<Row[]> {
  const cases = new Cases(reader);
  const queries: [string, () => Promise<unknown>][] = [
    ['the list', () => cases.list('everyone', {})],
    ['the list of a town', () => cases.list('everyone', { town: towns[7] ?? '' })],
    ['the marks of the map', () => new CaseMarks(reader).all('everyone', {})],
    [`${STEPS_OF_LONG} steps of a case`, () => new CaseSteps(reader).of('everyone', first)],
    ['numbers', () => new CaseNumbers(reader).of('everyone', TODAY)],
    ['what is due', () => openDates({ reader, deadlines: new Deadlines(reader) }, 'everyone', TODAY, null)],
  ];
  const rows: Row[] = [];
  for (const [what, ask] of queries) {
    const before = reader.explained.length;
    await ask();
    const plans = reader.explained.slice(before).filter((plan) => plan !== undefined);
    const time = plans.reduce((sum, plan) => sum + plan['Execution Time'], 0);
    const blocks = plans.reduce((sum, plan) => sum + blocksOf(plan), 0);
    say(`${what}: ${blocks} blocks, ${short(time, 'ms')}: ${plans.flatMap(sourcesOf).join(', ')}`);
    rows.push({ what, ours: short(time, 'ms'), floor: `${blocks} blocks` });
  }
  return rows;
}
