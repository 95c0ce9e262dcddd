import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_REMINDERS } from '../../../src/notices/cases/telling-reminders.js';
import { MailRoom } from '../../mail-room.js';
import type { Person } from '../../world.js';
import { type Manner, TestBrowser } from '../kit/open-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Received on 14 August: silence until 14 September, then the CADA until 13 November.
const RECEIVED = new Date('2026-08-20T10:00:00Z');
const NEAR = new Date('2026-10-30T10:00:00Z');

let room: MailRoom;
let browser: TestBrowser;

beforeAll(async () => {
  // Cookies of an address with `https:` are for no page of this machine.
  room = await MailRoom.open({ publicUrl: 'http://forum.palabre.example' });
  browser = await TestBrowser.open(room.world);
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await room.close();
});

async function opened(): Promise<string> {
  const { world } = room;
  world.clock.set(RECEIVED);
  const thread = await world.case({ category: 'villes', title: 'Le mât du lavoir' });
  await world.step(thread, { kind: 'request', dated: '2026-08-12', how: 'letter' });
  await world.step(thread, { kind: 'receipt', dated: '2026-08-14' });
  return `/thread/${thread}`;
}

/** The forum looks for what is due, and again once nothing of it can be undone any more. */
async function told(): Promise<void> {
  const { app, clock } = room.world;
  for (let turn = 0; turn < 2; turn += 1) {
    const now = { now: clock.now(), stopping: new AbortController().signal };
    await app.get(Jobs, { strict: false }).all.get(TELL_REMINDERS.name)?.work({}, now);
    clock.advance(31_000);
  }
}

/** What is wrong with the page as it is drawn: whether it is too wide, and what axe finds where scripts run. */
async function wrong(page: Page, scripts: boolean): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const wide = wider > 0 ? [`${page.url()}: ${wider} px too wide`] : [];
  if (!scripts) return wide;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
  );
  return [...wide, ...violations.map(({ id }) => `${page.url()}: ${id}`)];
}

describe.each([
  ['with scripts', {}],
  ['on a phone', { viewport: { width: 360, height: 740 } }],
  ['on a phone without scripts', { scripts: false, viewport: { width: 360, height: 740 } }],
] as [string, Manner][])('being told of the dates of a case, %s', (name, manner) => {
  const scripts = manner.scripts !== false;
  const awake = async ({ id }: Person): Promise<Manner> => ({ ...manner, cookie: await room.world.session(id) });

  test('a member starts it on the page of the case, finds the notice, and stops it', async () => {
    const path = await opened();
    const mila = await room.world.member(`Mila ${name}`);
    const page = await browser.page(path, await awake(mila));
    const section = page.locator('[data-reminded]');
    expect(await wrong(page, scripts)).toEqual([]);
    await section.locator('button[value="start"]').click();
    await page.locator('[data-reminded="on"]').waitFor();
    expect(new URL(page.url()).hash).toBe('#reminders');
    expect(await wrong(page, scripts)).toEqual([]);

    room.world.clock.set(NEAR);
    await told();
    const later = await browser.page('/me/notices', await awake(mila));
    expect(await wrong(later, scripts)).toEqual([]);
    await later.locator('[data-notice="due-in-two-weeks"] a').first().click();
    await later.locator('[data-reminded="on"] button[value="stop"]').click();
    await later.locator('[data-reminded="off"]').waitFor();
  });

  test('a guest gives an address, is asked whose it is, and is told by a letter', async () => {
    const path = await opened();
    const email = room.address();
    room.sent.splice(0);
    const page = await browser.page(path, manner);
    const form = page.locator('[data-reminded="guest"] form');
    await form.locator('input[name="email"]').fill(email);
    await form.locator('button[value="start"]').click();
    // The page of the case is kept for everyone, so this one gives the key.
    await page.locator('input[name="key"]').waitFor({ state: 'attached' });
    expect(await page.locator('input[name="email"]').inputValue()).toBe(email);
    expect(await wrong(page, scripts)).toEqual([]);
    await page.locator('button[value="start"]').click();
    await page.locator(`main a.b[href^="${path}"]`).waitFor();
    expect(await wrong(page, scripts)).toEqual([]);

    await room.settled();
    expect(room.sent.map(({ to }) => to)).toEqual([[email]]);
    await page.goto(room.sent[0]?.paths[0] ?? '');
    expect(await wrong(page, scripts)).toEqual([]);
    await page.locator('form:has([name="item"]) button[type="submit"]').click();
    await page.locator(`main a[href="${path}"]`).waitFor();

    room.sent.splice(0);
    room.world.clock.set(NEAR);
    await told();
    await room.settled();
    expect(room.sent.map(({ to, paths }) => [to, paths[0]])).toEqual([[[email], path]]);
  });
});
