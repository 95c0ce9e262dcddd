import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../browser/kit/chromium.js';
import { ExplainingReader } from '../explaining-reader.js';
import { cursorsOf, pageOfAgenda } from './agenda-pages.js';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import { asOwner } from './owner.js';
import { measure, SHORT as FEW, USUAL as MANY } from './pages.js';
import { drawn } from './drawn.js';
import { type SownWorkshops, sowWorkshops } from './sown-workshops.js';
import { median, type Row, short } from './table.js';
import { fetchedBy } from './weight.js';
import { explained } from './workshop-plans.js';

const USUAL = {
  workshops: 2_000,
  /** Pages of a run that nobody has asked for before. */
  each: 90,
  /** Dates of the calendar: as many as one may have. */
  listed: 500,
  kept: MANY,
  registered: { warm: 50, total: 400, runs: 3 },
  /** Pages that a browser fetches, and for how long it rests at each. */
  fetched: { most: 6, rest: 1_500 },
};
export const SHORT: typeof USUAL = {
  workshops: 60,
  each: 2,
  listed: 1,
  kept: FEW,
  registered: { warm: 0, total: 10, runs: 1 },
  fetched: { most: 1, rest: 0 },
};
/** Runs of what nobody has asked for before, with the first that is not counted. */
const RUNS = 4;
const MOST_BYTES = 40 * 1024;
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };

interface Seats {
  thread: number;
  date: string;
}

/**
 * What workshops cost among two thousand of them: pages that nobody asked for before and kept ones, calendars,
 * registrations, what a browser fetches, and what the queries read. A page that weighs too much, or an agenda with a
 * script, ends the run: this bench is a promise, too.
 */
export async function run(ground: Ground, size = USUAL): Promise<Row[]> {
  const { forum, say } = ground;
  say(`sowing ${short(size.workshops)} workshops`);
  let sown: SownWorkshops = { first: 0, towns: [], around: [] };
  let cursors: string[] = [];
  let seats: Seats[] = [];
  const plans = await forum.opened(async (database) => {
    sown = await asOwner(database.jobs, (owner) => sowWorkshops(owner, size.workshops));
    const reader = new ExplainingReader(database.reader);
    seats = await reader.query<Seats>(
      `select thread_id as thread, id as date from workshop_date where starts_at > now() + interval '1 day'
           and state = 'planned' and thread_id between $1 and $1 + 49 order by position, thread_id limit 50`,
      [sown.first],
    );
    cursors = await cursorsOf(reader);
    return await explained(reader, sown, say);
  });
  return [
    ...(await asked(ground, sown, cursors, size)),
    ...(await kept(ground, sown, size.kept)),
    ...(await registered(ground, seats, size.registered)),
    ...(await fetched(ground, sown, size.fetched)),
    ...plans,
  ];
}

/** CPU for what nobody has asked for before. */
async function asked(
  ground: Ground,
  { towns, around }: SownWorkshops,
  cursors: readonly string[],
  { each, listed }: typeof USUAL,
): Promise<Row[]> {
  let last = 0;
  const next = (): number => (last += 1);
  const led = await addresses(ground, towns.slice(0, each * RUNS + 1));
  const pages: [string, string, (n: number) => string][] = [
    ['the agenda, uncached', 'CPU 5 ms', pageOfAgenda(cursors)],
    ['a town, uncached', 'CPU 5 ms', (n) => led[n % led.length] ?? ''],
    ['a calendar of 500 dates', 'CPU 20 ms', (n) => `/workshops.ics?near=${around[n % around.length]}&km=100`],
  ];
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const [what, aim, path] of pages)
    rows.push(await drawn(ground, { what, path, headers: {}, aim }, next, { each, floor }));
  await floor.stop();
  const calendar = await (await fetch(`${ground.forum.url}/workshops.ics?near=${around[0]}&km=100`)).text();
  const events = calendar.split('BEGIN:VEVENT').length - 1;
  if (events < listed) throw new Error(`the calendar has ${events} dates`);
  return rows;
}

/** Beside a bare server that answers with the same bytes. */
async function kept(ground: Ground, { first, towns }: SownWorkshops, size: typeof USUAL.kept): Promise<Row[]> {
  const [town = ''] = await addresses(ground, towns.slice(-1));
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const [what, path] of [
    ['a thread, kept', `/thread/${first}/atelier-${first}`],
    ['the agenda, kept', '/workshops'],
    ['a town, kept', town],
  ] as const)
    rows.push(await measure(ground, floor, { what, path, headers: COMPRESSED, aim: 'ratio 0.9' }, size));
  await floor.stop();
  return rows;
}

async function registered(
  { forum, load, say }: Ground,
  dates: Seats[],
  { warm, total, runs }: typeof USUAL.registered,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, some] of [
    ['for one date', dates.slice(0, 1)],
    [`for ${dates.length} dates`, dates],
  ] as const) {
    const ask = (often: number): Promise<{ rate: number }> =>
      load.ask('register', { url: forum.url, dates: some, atOnce: 10, total: often });
    await ask(warm);
    const rates: number[] = [];
    const cpus: number[] = [];
    const databaseCpus: number[] = [];
    for (let turn = 0; turn < runs; turn++) {
      const [before, databaseBefore] = [await forum.usage(), forum.databaseCpu()];
      rates.push((await ask(total)).rate);
      cpus.push(((await forum.usage()).cpu - before.cpu) / total);
      databaseCpus.push((forum.databaseCpu() - databaseBefore) / total);
    }
    say(`registrations ${what}: ${short(median(rates))} a second`);
    rows.push({
      what: `registrations ${what}, 10 at a time`,
      ours: short(median(rates), '/s'),
      cpu: `${short(median(cpus))} + ${short(median(databaseCpus))} ms`,
      aim: '100 /s',
    });
  }
  return rows;
}

/** By a browser that has never been here. */
async function fetched(
  ground: Ground,
  { first, towns }: SownWorkshops,
  { most, rest }: typeof USUAL.fetched,
): Promise<Row[]> {
  const { forum, say } = ground;
  const [town = ''] = await addresses(ground, towns.slice(0, 1));
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const rows: Row[] = [];
  try {
    const pages = [
      ['cold agenda', '/workshops'],
      ['cold agenda of a month', '/workshops?view=month'],
      ['cold town', town],
      ['cold workshop', `/thread/${first}/atelier-${first}`],
      ['cold questions', `/thread/${first}/atelier-${first}?view=questions`],
      ['cold form of a workshop', '/category/bench-workshops/workshops/new'],
    ] as const;
    for (const [what, path] of pages.slice(0, most)) {
      const all = await fetchedBy(browser, forum.url, path, undefined, rest);
      const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
      say(`${what}: ${short(total / 1024, 'kB')} in ${all.length} requests`);
      if (total > MOST_BYTES) throw new Error(`${what} weighs ${total} bytes`);
      if (path.startsWith('/workshops') && all.some(({ type }) => type === 'script'))
        throw new Error(`${what} has a script`);
      rows.push({ what: `${what}, ${all.length} requests`, ours: short(total / 1024, 'kB'), aim: '40 kB' });
    }
  } finally {
    await browser.close();
  }
  return rows;
}

/** The addresses of towns, as they lead to them. */
async function addresses({ forum }: Ground, codes: readonly string[]): Promise<string[]> {
  const led: string[] = [];
  for (const code of codes) {
    const answer = await fetch(`${forum.url}/town/${code}`, { redirect: 'manual' });
    led.push(answer.headers.get('location') ?? '');
  }
  return led;
}
