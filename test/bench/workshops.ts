import { chromium } from 'playwright-core';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import { Agenda, type AgendaFilter } from '../../src/workshops/agenda.js';
import { Workshops } from '../../src/workshops/workshops.js';
import { chromiumLaunchOptions } from '../browser/kit/chromium.js';
import { blocksOf, sourcesOf } from '../explained.js';
import { ExplainingReader } from '../explaining-reader.js';
import { cursorsOf, pageOfAgenda } from './agenda-pages.js';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import { asOwner } from './owner.js';
import { measure } from './pages.js';
import { drawn } from './drawn.js';
import { type SownWorkshops, sowWorkshops, WORKSHOPS } from './sown-workshops.js';
import { median, type Row, short } from './table.js';
import { fetchedBy } from './weight.js';

/** Pages of a run that nobody has asked for before. */
const EACH = 90;
const RUNS = 3;
const TOTAL = 400;
const MOST_BYTES = 40 * 1024;
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };
const DAY = 86_400_000;

interface Seats {
  thread: number;
  date: string;
}

/**
 * What workshops cost among two thousand of them: pages that nobody asked for before and kept ones, calendars,
 * registrations, what a browser fetches, and what the queries read. A page that weighs too much, or an agenda with a
 * script, ends the run: this bench is a promise, too.
 */
export async function run(ground: Ground): Promise<Row[]> {
  const { forum, say } = ground;
  say(`sowing ${short(WORKSHOPS)} workshops`);
  let sown: SownWorkshops = { first: 0, towns: [], around: [] };
  let cursors: string[] = [];
  let seats: Seats[] = [];
  const plans = await forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    try {
      sown = await asOwner(database.jobs, sowWorkshops);
      const reader = new ExplainingReader(database.reader);
      seats = await reader.query<Seats>(
        `select thread_id as thread, id as date from workshop_date where starts_at > now() + interval '1 day'
           and state = 'planned' and thread_id between $1 and $1 + 49 order by position, thread_id limit 50`,
        [sown.first],
      );
      cursors = await cursorsOf(reader);
      return await explained(reader, sown, say);
    } finally {
      await database.close();
    }
  });
  return [
    ...(await asked(ground, sown, cursors)),
    ...(await kept(ground, sown)),
    ...(await registered(ground, seats)),
    ...(await fetched(ground, sown)),
    ...plans,
  ];
}

/** CPU for what nobody has asked for before. */
async function asked(ground: Ground, { towns, around }: SownWorkshops, cursors: readonly string[]): Promise<Row[]> {
  let last = 0;
  const next = (): number => (last += 1);
  const led = await addresses(ground, towns.slice(0, EACH * (RUNS + 1) + 1));
  const pages: [string, string, (n: number) => string][] = [
    ['the agenda, uncached', 'CPU 5 ms', pageOfAgenda(cursors)],
    ['a town, uncached', 'CPU 5 ms', (n) => led[n % led.length] ?? ''],
    ['a calendar of 500 dates', 'CPU 20 ms', (n) => `/workshops.ics?near=${around[n % around.length]}&km=100`],
  ];
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const [what, aim, path] of pages)
    rows.push(await drawn(ground, { what, path, headers: {}, aim }, next, { each: EACH, floor }));
  await floor.stop();
  const calendar = await (await fetch(`${ground.forum.url}/workshops.ics?near=${around[0]}&km=100`)).text();
  const events = calendar.split('BEGIN:VEVENT').length - 1;
  if (events !== 500) throw new Error(`the calendar has ${events} dates`);
  return rows;
}

/** Beside a bare server that answers with the same bytes. */
async function kept(ground: Ground, { first, towns }: SownWorkshops): Promise<Row[]> {
  const [town = ''] = await addresses(ground, towns.slice(-1));
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const [what, path] of [
    ['a thread, kept', `/thread/${first}/atelier-${first}`],
    ['the agenda, kept', '/workshops'],
    ['a town, kept', town],
  ] as const)
    rows.push(await measure(ground, floor, { what, path, headers: COMPRESSED, aim: 'ratio 0.9' }));
  await floor.stop();
  return rows;
}

async function registered({ forum, load, say }: Ground, dates: Seats[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, some] of [
    ['for one date', dates.slice(0, 1)],
    [`for ${dates.length} dates`, dates],
  ] as const) {
    const ask = (total: number): Promise<{ rate: number }> =>
      load.ask('register', { url: forum.url, dates: some, atOnce: 10, total });
    await ask(50);
    const rates: number[] = [];
    const cpus: number[] = [];
    const databaseCpus: number[] = [];
    for (let turn = 0; turn < RUNS; turn++) {
      const [before, databaseBefore] = [await forum.usage(), forum.databaseCpu()];
      rates.push((await ask(TOTAL)).rate);
      cpus.push(((await forum.usage()).cpu - before.cpu) / TOTAL);
      databaseCpus.push((forum.databaseCpu() - databaseBefore) / TOTAL);
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
async function fetched(ground: Ground, { first, towns }: SownWorkshops): Promise<Row[]> {
  const { forum, say } = ground;
  const [town = ''] = await addresses(ground, towns.slice(0, 1));
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const rows: Row[] = [];
  try {
    for (const [what, path] of [
      ['cold agenda', '/workshops'],
      ['cold agenda of a month', '/workshops?view=month'],
      ['cold town', town],
      ['cold workshop', `/thread/${first}/atelier-${first}`],
      ['cold questions', `/thread/${first}/atelier-${first}?view=questions`],
      ['cold form of a workshop', '/category/bench-workshops/workshops/new'],
    ] as const) {
      const all = await fetchedBy(browser, forum.url, path, undefined);
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

async function explained(
  reader: ExplainingReader,
  { first, towns }: SownWorkshops,
  say: Ground['say'],
): Promise<Row[]> {
  const agenda = new Agenda(reader);
  const now = new Date();
  const dates = (filter: AgendaFilter, limit: number) => () => agenda.dates('everyone', filter, { limit });
  const [far] = await agenda.dates('everyone', { after: now }, { limit: 1, from: 4_950 });
  const queries: [string, () => Promise<unknown>][] = [
    ['the agenda', dates({ after: now }, 51)],
    ['its hundredth page', dates({ after: now, ...(far !== undefined && { beyond: far.date }) }, 51)],
    ['a town', dates({ after: now, town: towns[7] ?? '' }, 51)],
    [
      '500 dates of a calendar',
      dates({ after: new Date(now.getTime() - 90 * DAY), cancelledAfter: new Date(now.getTime() - 30 * DAY) }, 500),
    ],
    ['one workshop', () => new Workshops(reader).of(first)],
  ];
  const rows: Row[] = [];
  for (const [what, ask] of queries) {
    const before = reader.explained.length;
    await ask();
    const found = reader.explained.slice(before).filter((plan) => plan !== undefined);
    const time = found.reduce((sum, plan) => sum + plan['Execution Time'], 0);
    const blocks = found.reduce((sum, plan) => sum + blocksOf(plan), 0);
    say(`${what}: ${blocks} blocks, ${short(time, 'ms')}: ${found.flatMap(sourcesOf).join(', ')}`);
    rows.push({ what, ours: short(time, 'ms'), floor: `${blocks} blocks` });
  }
  return rows;
}
