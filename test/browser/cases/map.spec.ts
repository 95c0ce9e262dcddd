import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWorld, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let world: World;
let browser: TestBrowser;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'dossiers', name: 'Dossiers', hold: 'nobody' });
  await world.db.owner.query(`update category set takes = '{thread,case}' where slug = 'dossiers'`);
  const ada = world.visitor((await world.member('Ada')).cookie);
  for (const [title, town, status] of [
    ['Le lavoir', '57534', 'reported'],
    ['La rade', '29019', 'won'],
  ] as const) {
    world.clock.advance(60_000);
    const fields = { title, town, status, text: 'Des caméras.', key: `map-of-cases-${town}` };
    expect((await ada.post('/category/dossiers/cases', fields)).status).toBe(303);
  }
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Left, top and width of what is seen. */
const seen = async (page: Page): Promise<number[]> =>
  ((await page.locator('svg.france').getAttribute('viewBox')) ?? '').split(' ').map(Number).slice(0, 3);
const listed = (page: Page): Promise<string[]> => page.locator('[data-map-list] li[data-case] h3').allInnerTexts();

describe('the map', () => {
  test('is drawn closer and moved by buttons, dragged, and no link is followed by that', async () => {
    const page = await browser.page('/map');
    const [left = 0, , width = 0] = await seen(page);
    await page.getByRole('button', { name: 'Rapprocher' }).click();
    expect((await seen(page))[2]).toBeLessThan(width);
    const [before = 0] = await seen(page);
    await page.getByRole('button', { name: 'Vers l’est' }).click();
    expect((await seen(page))[0]).toBeGreaterThan(before);
    await page.locator('svg.france').scrollIntoViewIfNeeded();
    const at = await page.locator('svg.france').boundingBox();
    const [x, y] = [(at?.x ?? 0) + (at?.width ?? 0) / 2, (at?.y ?? 0) + (at?.height ?? 0) / 2];
    const [east = 0] = await seen(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 4 });
    await page.mouse.up();
    expect((await seen(page))[0]).toBeLessThan(east);
    expect(new URL(page.url()).pathname).toBe('/map');
    await page.getByRole('button', { name: 'Toute la carte' }).click();
    expect((await seen(page)).slice(0, 3)).toEqual([left, expect.any(Number), width]);
  });

  test('is filtered in place: marks and list follow, the view stays, and the way back leads back', async () => {
    const page = await browser.page('/map');
    await page.getByRole('button', { name: 'Rapprocher' }).click();
    const view = await seen(page);
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    await page.locator('.sift').getByRole('link', { name: /gagné/ }).click();
    await page.waitForURL('**/map?status=won');
    expect(await listed(page)).toEqual(['La rade']);
    expect(await page.locator('svg.france .pin').count()).toBe(1);
    expect([await seen(page), await page.locator('body').getAttribute('data-same')]).toEqual([view, 'yes']);
    await page.goBack();
    await page.locator('[data-map-list] li[data-case]').nth(1).waitFor();
    expect(await listed(page)).toEqual(['La rade', 'Le lavoir']);
  });

  test('says everything without a script, and nothing is wrong with it on a phone', async () => {
    const plain = await browser.page('/map', { scripts: false });
    expect(await plain.locator('[data-map-acts]').isVisible()).toBe(false);
    await plain.locator('.sift').getByRole('link', { name: /gagné/ }).click();
    expect(await listed(plain)).toEqual(['La rade']);
    for (const path of ['/map', '/map/57']) {
      const page = await browser.page(path, { viewport: { width: 360, height: 740 } });
      await page.getByRole('button', { name: 'Rapprocher' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
      );
      expect([path, violations.map(({ id }) => id)]).toEqual([path, []]);
    }
  });
});
