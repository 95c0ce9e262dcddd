import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWorld, type Person, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 360, height: 740 };
let world: World;
let browser: TestBrowser;
let sage: Person;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members', hold: 'nobody' });
  sage = await world.member('Sage', { role: 'administrator' });
}, 60_000);
afterEach(async () => {
  expect(await browser.tidy()).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function open(replies: number): Promise<number> {
  const thread = await world.thread({
    category: 'villes',
    title: 'Caméras du marché couvert',
    text: 'Il y en a quatre.',
  });
  for (let n = 2; n <= replies + 1; n += 1) await world.reply(thread, `La réponse numéro ${n}, sur les horaires.`);
  return thread;
}

/** Presses Tab until what is meant has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`no Tab leads to ${selector}`);
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** Nothing sticks out of the screen, and nothing is hidden from those who hear the page. */
async function isFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

const posts = (page: Page): Promise<(string | null)[]> =>
  page.locator('.posts > li > article .text').allTextContents();

test.each([true, false])(
  'a moderator splits a thread and undoes it by keyboard, on a phone (scripts: %s)',
  async (scripts) => {
    const thread = await open(4);
    const page = await browser.page(`/thread/${thread}`, { cookie: sage.cookie, viewport: phone, scripts });
    await press(page, '#post-3 a[href*="/move?from=3"]');
    if (scripts) await isFit(page);
    await tabTo(page, '[name="follow"]');
    await page.keyboard.press('Space');
    await tabTo(page, '[name="title"]');
    await page.keyboard.type('Les horaires du marché');
    await press(page, 'button[value="look"]');
    expect(await page.locator('main').innerText()).toContain('3\u00a0messages quittent');
    if (scripts) await isFit(page);
    await press(page, 'button[value="do"]');
    expect(await page.locator('h1').innerText()).toBe('Les horaires du marché');
    expect(await page.locator('[data-done]').innerText()).toContain('Sujet scindé');
    expect(await posts(page)).toHaveLength(3);
    if (scripts) await isFit(page);
    await press(page, '[data-done] button');
    expect(await page.locator('h1').innerText()).toBe('Caméras du marché couvert');
    expect(await page.locator('[data-done]').innerText()).toContain('Décision annulée');
    expect(await posts(page)).toHaveLength(5);
    if (scripts) await isFit(page);
  },
);

test('open pages see what is moved, locked and merged, each where it is', async () => {
  const [thread, other] = [await open(3), await open(1)];
  const [reader, there] = [
    await browser.page(`/thread/${thread}`, { live: true }),
    await browser.page(`/thread/${other}`, { live: true, viewport: { width: 900, height: 2000 } }),
  ];
  const list = await browser.page('/category/villes', { live: true });
  const moderator = world.visitor(sage.cookie);
  await moderator.post(`/desk/thread/${thread}/move`, {
    number: '3',
    where: 'thread',
    to: String(other),
    action: 'do',
  });
  await reader.locator('#post-3.moved a').waitFor();
  await there.locator('#post-3', { hasText: 'La réponse numéro 3' }).waitFor();
  await moderator.post(`/desk/thread/${thread}/lock`, { locked: 'yes' });
  await reader.locator('[data-facts]', { hasText: 'verrouillé' }).waitFor();
  expect(await list.locator(`[data-thread="${thread}"]`).count()).toBe(1);
  await moderator.post(`/desk/thread/${thread}/merge`, { to: String(other), action: 'do' });
  await reader.locator('[data-elsewhere]', { hasText: 'réuni à un autre' }).waitFor();
  await list.locator(`li[data-thread="${thread}"]`).waitFor({ state: 'detached' });
  await reader.locator('[data-elsewhere] a').click();
  await reader.waitForURL(`**/thread/${other}/**`);
  expect(await posts(reader)).toHaveLength(6);
});

test('what is moved to where a reader may not read is gone from their open page', async () => {
  const thread = await open(2);
  const reader = await browser.page(`/thread/${thread}`, { live: true });
  const list = await browser.page('/category/villes', { live: true });
  const moderator = world.visitor(sage.cookie);
  await moderator.post(`/desk/thread/${thread}/move`, {
    number: '3',
    where: 'new',
    title: 'Entre nous',
    category: 'membres',
    action: 'do',
  });
  await reader.locator('#post-3.moved').waitFor();
  expect(await reader.locator('body').innerText()).not.toContain('La réponse numéro 3');
  expect(await reader.locator('#post-3 a').count()).toBe(0);
  await moderator.post(`/desk/thread/${thread}/category`, { from: 'villes', category: 'membres', action: 'do' });
  await list.locator(`li[data-thread="${thread}"]`).waitFor({ state: 'detached' });
});
