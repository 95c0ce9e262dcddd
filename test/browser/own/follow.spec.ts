import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openWorld, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

let world: World;
let browser: TestBrowser;
let thread: number;
let path: string;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes' });
  thread = await world.thread({ category: 'villes', title: 'Caméras', text: 'Combien ?' });
  const sent = { text: 'Quatre.', name: '', email: '', key: 'a-key-to-be-copied' };
  path = (await world.visitor().post(`/thread/${thread}/replies`, sent)).location ?? '';
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('a phone shows the whole address of a follow page, and one press copies it', async () => {
  const context = await browser.person({ viewport: { width: 360, height: 740 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.url });
  const page = await context.newPage();
  await page.goto(path);
  const field = page.locator('[name="address"]');
  const [height, whole] = await field.evaluate((one) => [one.clientHeight, one.scrollHeight]);
  expect(whole).toBeLessThanOrEqual(height ?? 0);
  await page.locator('[data-copy]').click();
  await page.locator('[data-announce]', { hasText: 'L’adresse est copiée.' }).waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${world.url}${path}`);
});

test('without scripts no button promises to copy', async () => {
  const page = await browser.page(path, { scripts: false });
  expect(await page.locator('[data-copy]').isVisible()).toBe(false);
});

test('a stamp has the colour of its state', async () => {
  const { rows } = await world.db.owner.query<{ id: string }>(
    `select id from desk.submission where source = 'Quatre.'`,
  );
  const moderator = world.visitor((await world.member('Odile', { role: 'moderator' })).cookie);
  await moderator.post(`/desk/submissions/${rows[0]?.id}/decision`, { decision: 'accept', version: '1' });
  const page = await browser.page(path);
  const colours = await page
    .locator('.stamp, .slip.good .flag')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
  expect(colours).toHaveLength(2);
  expect(new Set(colours).size).toBe(1);
});

test('whoever has lost the address finds the page of codes from the log-in page and from every footer', async () => {
  for (const selector of ['main a[href="/follow"]', 'footer a[href="/follow"]'])
    expect((await world.visitor().get('/login')).html().querySelector(selector)).not.toBeNull();
});
