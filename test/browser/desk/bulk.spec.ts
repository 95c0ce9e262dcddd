import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner } from '../../../src/jobs/job-runner.js';
import { sowWaiting } from '../../waiting-rows.js';
import { openWorld, type Person, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

let world: World;
let browser: TestBrowser;
let nadia: Person;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes' });
  nadia = await world.member('Nadia', { role: 'moderator' });
  const thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  await sowWaiting(world.db.owner, { thread, count: 120, name: 'Lou' });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('ticks are kept from page to page and over a reload, by hand and by key, and the whole is decided, watched and undone', async () => {
  const page = await browser.page('/desk', {
    cookie: nadia.cookie,
    live: true,
    viewport: { width: 360, height: 740 },
  });
  await page.locator('[name="item"]').nth(2).check();
  await page.locator('[data-ticked-count]', { hasText: '(1)' }).waitFor();
  await page.keyboard.press('x');
  await page.locator('[data-ticked-count]', { hasText: '(2)' }).waitFor();
  await page.locator('a[rel="next"]').click();
  await page.waitForURL(/before=/);
  await page.locator('[name="item"]').nth(1).check();
  await page.reload();
  await page.locator('[data-ticked-count]', { hasText: '(3)' }).waitFor();
  await page.locator('#bulk button').first().click();
  expect(await page.locator('h1').textContent()).toBe('3\u00a0messages à décider ensemble');
  // « Ne rien décider » stands apart from the decisions, below them.
  const [acts, none] = [await page.locator('.many>.acts').boundingBox(), await page.locator('.none a').boundingBox()];
  expect((none?.y ?? 0) - (acts?.y ?? 0) - (acts?.height ?? 0)).toBeGreaterThan(16);
  await page.goto('/desk');
  expect(await page.locator('[name="item"]:checked').count()).toBe(0);
  await page.locator('#bulk [name="all"]').click();
  await page.locator('button[value="accept"]').click();
  expect(await page.locator('progress').getAttribute('max')).toBe('120');
  await world.app.get(JobRunner).start();
  await page.locator('[data-bulk="over"]').waitFor({ timeout: 20_000 });
  expect(await page.locator('main').textContent()).toContain('120\u00a0messages acceptés et parus');
  await page.locator('form[action$="/undo"] button').click();
  await page.locator('[data-bulk="over"]').waitFor({ timeout: 20_000 });
  expect(await page.locator('main').textContent()).toContain('120\u00a0messages attendent de nouveau');
  expect(await browser.tidy()).toEqual([]);
}, 90_000);
