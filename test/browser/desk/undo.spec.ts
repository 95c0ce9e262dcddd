import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FinishedDays } from '../../../src/transparency/finished-days.js';
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
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes' });
  sage = await world.member('Sage', { role: 'administrator' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
}, 60_000);
afterEach(async () => {
  expect(await browser.tidy()).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function waiting(text: string): Promise<string> {
  sent += 1;
  await world.visitor().post(`/thread/${thread}/replies`, { text, key: `key-of-the-browser-${sent}` });
  const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where source = $1', [text]);
  return row?.id ?? '';
}

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

describe('at the desk', () => {
  test('the words of the chosen reasons stand in the remark, and what was typed is left alone', async () => {
    const id = await waiting('À refuser avec des mots');
    const page = await browser.page(`/desk/submissions/${id}`, { cookie: sage.cookie });
    await page.locator('details.refuse summary').click();
    const remark = page.locator('details.refuse textarea[name="remark"]');
    await page.locator('details.refuse').getByLabel('publicité').check();
    expect(await remark.inputValue()).toBe('Ce forum ne publie pas de publicité.');
    await page.locator('details.refuse').getByLabel('doublon').check();
    expect(await remark.inputValue()).toBe(
      'Ce forum ne publie pas de publicité.\n\nLe même message, ou presque, a déjà été publié.',
    );
    await page.locator('details.refuse').getByLabel('publicité').uncheck();
    expect(await remark.inputValue()).toBe('Le même message, ou presque, a déjà été publié.');
    await remark.fill('Mes mots à moi');
    await page.locator('details.refuse').getByLabel('hors sujet').check();
    expect(await remark.inputValue()).toBe('Mes mots à moi');
  });

  test('a decision is undone from the line above the queue and from the log, without scripts, on a phone', async () => {
    const [id] = [await waiting('Accepté sans script'), await waiting('Un autre, qui est ensuite en main')];
    const page = await browser.page(`/desk?hand=${id}`, { cookie: sage.cookie, scripts: false, viewport: phone });
    await page.locator(`[data-submission="${id}"] button[value="accept"]`).first().click();
    const back = await page.locator('[data-done] form button').boundingBox();
    expect(back?.y).toBeGreaterThanOrEqual(0);
    expect((back?.y ?? 0) + (back?.height ?? 0)).toBeLessThanOrEqual(740);
    await page.locator('[data-done] form button').click();
    expect(await page.locator('[data-done]').textContent()).toContain('Décision annulée.');
    await page.goto(`/desk?hand=${id}`);
    await page.locator(`[data-submission="${id}"] button[value="accept"]`).first().click();
    await page.goto('/desk/log');
    await page.locator('ol.log > li').first().locator('form button').click();
    expect(await page.locator('ol.log > li').first().textContent()).toContain('décision annulée');
    expect(await world.writer.query('select status from desk.submission where id = $1', [id])).toEqual([
      { status: 'waiting' },
    ]);
  });
});

describe('axe finds nothing on', () => {
  test.each([
    ['wide', undefined],
    ['on a phone', phone],
  ])('the log, the reasons, the public log and an undo that came too late (%s)', async (_, viewport) => {
    const id = await waiting(`Pour axe ${String(viewport?.width)}`);
    const moderator = world.visitor(sage.cookie);
    const { location } = await moderator.post(`/desk/submissions/${id}/decision`, {
      version: '1',
      decision: 'refuse',
      reason: 'insult',
      remark: 'Un mot',
    });
    const row = /done=(\d+)/.exec(location ?? '')?.[1] ?? '';
    world.clock.advance(36 * 3_600_000);
    await world.app.get(FinishedDays, { strict: false }).count(world.clock.now());
    const page = await browser.page('/desk/log', {
      cookie: sage.cookie,
      ...(viewport === undefined ? {} : { viewport }),
    });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      (viewport ?? { width: 900 }).width,
    );
    await page.goto('/transparency/log');
    expect(await page.locator('main section').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.goto('/reasons');
    await page.locator('details.fold summary').first().click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      (viewport ?? { width: 900 }).width,
    );
    await page.goto('/desk/log');
    await moderator.post(`/desk/decisions/${row}/undo`);
    await page.locator(`#decision-${row} form button`).click();
    expect(await page.locator('h1').textContent()).toBe('Trop tard pour annuler');
    expect(await violations(page)).toEqual([]);
    // The browser complains about the 409 that was asked for.
    browser.complaints.splice(0);
  });
});
