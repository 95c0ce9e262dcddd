import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_REGISTRATIONS } from '../../../src/notices/workshops/telling-registrations.js';
import { openWorld, type Person, type World } from '../../world.js';
import { faults } from '../kit/faults.js';
import { TestBrowser } from '../kit/open-page.js';

type Who = 'guest' | 'mila' | 'olga';
const LONG = 'Unpseudonymequinefinitpasetquinesecoupenullepart';

let world: World;
let browser: TestBrowser;
let mila: Person;
let olga: Person;
let thread: number;
let date: string;
let poll: number;
let seated: string;
let kept: string;
let said: string;
const windows = new Map<Who, Page>();
let keys = 0;

beforeAll(async () => {
  // Nothing is sent here, and every form says that it could be.
  world = await openWorld({ config: { mail: { url: 'smtp://127.0.0.1:9', from: 'forum@palabre.example' } } });
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'rendez-vous' });
  olga = await world.member('Olga', { role: 'organizer' });
  mila = await world.member('Mila');
  thread = await held({ seats: '2', reveal: 'registered', address: '3, quai des Secrets' });
  poll = await held({
    start: '',
    end: '',
    candidateStart: ['2026-12-13T14:00', '2026-12-20T14:00'],
    candidateEnd: ['2026-12-13T17:00', '2026-12-20T17:00'],
  });
  date = (await idsIn('workshop_date', thread))[0] ?? '';
  seated = await register({ name: LONG, email: 'amina@courriel.example', remind: 'day', help: 'yes' });
  await register({ name: 'Badr' });
  kept = await register({ mine: 'yes', remind: ['day', 'hours'] }, mila);
  await register({ answer: 'maybe' });
  await tellAll();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const as = (who: Person | null) => world.visitor(who?.cookie ?? null);

async function idsIn(table: string, of: number): Promise<string[]> {
  const rows = await world.reader.query<{ id: string }>(`select id from ${table} where thread_id = $1`, [of]);
  return rows.map(({ id }) => id);
}

async function held(facts: Record<string, string | string[]>): Promise<number> {
  const id = await world.workshop({ category: 'rendez-vous', title: 'Qui nous regarde ?', count: 'number', ...facts });
  await as(olga).post(`/thread/${id}/workshop/hosts`, { action: 'take' });
  return id;
}

async function register(more: Record<string, string | string[]>, who: Person | null = null): Promise<string> {
  const sent = { date, answer: 'yes', key: `a-key-of-a-page-${(keys += 1)}`, ...more };
  return (await as(who).post(`/thread/${thread}/workshop/registrations`, sent)).location ?? '';
}

/** The date moves, hosts write, and who keeps a registration is told. */
async function tellAll(): Promise<void> {
  const move = { action: 'move', scope: 'one', start: '2026-12-13T14:00', end: '2026-12-13T17:00' };
  await as(olga).post(`/thread/${thread}/workshop/dates/${date}`, move);
  await world.db.owner.query(`update category set organizers = 'at-once'`);
  const words = { to: 'all', text: `Venez sans téléphone. ${LONG}`, key: 'a-key-of-hosts-words' };
  said = (await as(olga).post(`/thread/${thread}/workshop/words`, words)).location ?? '';
  const round = world.app.get(Jobs, { strict: false }).all.get(TELL_REGISTRATIONS.name);
  for (let turn = 0; turn < 2; turn++) {
    await round?.work({}, { now: world.clock.now(), stopping: new AbortController().signal });
    world.clock.advance(31_000);
  }
}

async function windowOf(who: Who): Promise<Page> {
  const cookie = { guest: undefined, mila: mila.cookie, olga: olga.cookie }[who];
  const page = windows.get(who) ?? (await (await browser.person({ ...(cookie && { cookie }) })).newPage());
  windows.set(who, page);
  return page;
}

test.each<[string, Who, () => string]>([
  ['a workshop with its form', 'guest', () => `/thread/${thread}`],
  ['its form for a member', 'mila', () => `/thread/${thread}`],
  ['a registration whose address is not confirmed', 'guest', () => seated],
  ['a registration in the line that a member keeps', 'mila', () => kept],
  ['the registrations of a member', 'mila', () => '/me/registrations'],
  ['the notices of a member who was told', 'mila', () => '/me/notices'],
  ['the page of its hosts', 'olga', () => `/thread/${thread}/workshop/hosts`],
  ['the page of the door', 'olga', () => `/thread/${thread}/workshop/team`],
  ['those in the line, at the door', 'olga', () => `/thread/${thread}/workshop/team?show=waiting`],
  ['what hosts wrote, for them', 'olga', () => said],
  ['a workshop whose date is to be found', 'guest', () => `/thread/${poll}`],
  ['the page of its hosts, with the poll', 'olga', () => `/thread/${poll}/workshop/hosts`],
  ['the poster', 'guest', () => `/thread/${thread}/workshop/poster`],
  ['the calendar of a member', 'mila', () => '/me/calendar'],
])('%s has nothing that axe finds, and fits the window', async (_what, who, path) => {
  const page = await windowOf(who);
  expect((await page.goto(path()))?.status()).toBe(200);
  expect(await faults(page)).toEqual([]);
});

test.each<[string, Who, () => string, string, Record<string, string>]>([
  ['what will happen', 'guest', () => `/thread/${thread}`, '#register form', { name: LONG }],
  ['a form that came back', 'guest', () => `/thread/${thread}`, '#register form', { email: 'personne@' }],
  [
    'words of hosts that came back',
    'olga',
    () => `/thread/${thread}/workshop/team`,
    'form[action$="words"]',
    { text: ' ' },
  ],
  ['an answer to a poll', 'guest', () => `/thread/${poll}`, 'form[action$="availability"]', { name: LONG }],
])('%s has nothing that axe finds, and fits the window', async (_what, who, path, form, fields) => {
  const page = await windowOf(who);
  await page.goto(path());
  await page.locator(form).evaluate((each) => {
    each.setAttribute('novalidate', '');
    each.closest('details')?.setAttribute('open', '');
  });
  for (const [name, value] of Object.entries(fields)) await page.locator(`${form} [name="${name}"]`).fill(value);
  await Promise.all([page.waitForNavigation(), page.locator(`${form} button[type="submit"]`).first().click()]);
  expect(await page.locator('main').count()).toBe(1);
  expect(await faults(page)).toEqual([]);
});

test('on a phone the month is a line for each day that has something, and a table all the same', async () => {
  const page = await browser.page('/workshops?view=month&month=2026-12', { viewport: { width: 360, height: 740 } });
  const table = page.getByRole('table', { name: 'décembre 2026' });
  expect(await table.getByRole('columnheader').count()).toBe(7);
  expect(await table.getByRole('cell').count()).toBe(1);
  const cell = table.getByRole('cell').first();
  expect((await cell.innerText()).replaceAll(/\s+/g, ' ')).toBe('dim. 13 Qui nous regarde ?');
  const [link, number] = [await cell.getByRole('link').boundingBox(), await cell.locator('.number').boundingBox()];
  expect(link?.width).toBeGreaterThan(200);
  expect((number?.x ?? 0) + (number?.width ?? 0)).toBeLessThanOrEqual(link?.x ?? 0);
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await table.getByRole('row').count()).toBe(6);
  expect(await table.getByRole('cell').count()).toBe(35);
  expect(await cell.locator('.weekday').isVisible()).toBe(false);
});
