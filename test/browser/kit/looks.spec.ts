import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { openWorld, type World } from '../../world.js';
import { entries, TestBrowser } from './open-page.js';
import { watchFetched } from './watch-fetched.js';

const PHONE = { width: 360, height: 740 };
let world: World;
let browser: TestBrowser;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes' });
  thread = await world.thread({
    category: 'villes',
    title: 'Caméras du marché',
    text: '- une liste\n- à deux lignes',
  });
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

function boxes(
  things: Locator,
): Promise<{ what: string; left: number; right: number; top: number; bottom: number }[]> {
  return things.evaluateAll((all) =>
    all
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { what: one.textContent, left, right, top, bottom };
      }),
  );
}

test('in a phone’s masthead a moderator’s long name, the desk and the tree stand side by side', async () => {
  const moderator = await world.member('Marie-Antoinette Carpentier', { role: 'moderator' });
  const page = await browser.page(`/thread/${thread}`, { cookie: moderator.cookie, viewport: PHONE });
  const found = await boxes(page.locator('.masthead .brand svg, .masthead .brand b, .masthead nav a'));
  expect(found.map(({ what }) => what)).toEqual([
    '',
    'Palabre',
    'Sujets',
    'Dossiers',
    'Agenda',
    'Documents',
    'Notifications',
    `M ${moderator.name}`,
    'File d’attente 0',
  ]);
  for (const one of found) {
    expect(one.right - one.left).toBeGreaterThan(20);
    expect(one.right).toBeLessThanOrEqual(PHONE.width);
    const over = found.filter(
      (each) =>
        each !== one &&
        each.left < one.right - 1 &&
        each.right > one.left + 1 &&
        each.top < one.bottom - 1 &&
        each.bottom > one.top + 1,
    );
    expect(over.map(({ what }) => `${what} over ${one.what}`)).toEqual([]);
  }
});

test('on a phone the way back is read like a sentence, from the edge', async () => {
  const page = await browser.page(`/thread/${thread}/replies/new`, { viewport: PHONE });
  const [first, ...others] = await boxes(page.locator('.trail a'));
  expect(others.map(({ what }) => what)).toContain('Caméras du marché');
  for (const one of others) expect(one.top).toBeLessThan((first?.bottom ?? 0) + 30);
  expect(others[0]?.top).toBeCloseTo(first?.top ?? 0, 0);
});

test.each(['/', '/desk'])('no dot between two facts begins or ends a line of %s on a narrow screen', async (path) => {
  await world.visitor().post(`/thread/${thread}/replies`, {
    text: 'Voir https://un.example/plan et https://deux.example/plan et https://trois.example/un/plan/plus/long.',
    name: 'Un commerçant de la petite halle',
    email: '',
    key: `a-key-of-three-links-${path.length}`,
  });
  const moderator = await world.member(path === '/' ? 'Odette' : 'Ondine', { role: 'moderator' });
  const page = await browser.page(path, { viewport: { width: 320, height: 740 }, cookie: moderator.cookie });
  const lines = await page.locator('.meta:not(.card-head):has(> :nth-child(2))').evaluateAll((all) =>
    all.map((line) => {
      const { left } = line.getBoundingClientRect();
      const facts = [...line.children].filter((fact) => fact.getClientRects().length > 0);
      return {
        ends: facts.some((fact) => getComputedStyle(fact, '::after').content.includes('·')),
        // The first of each line hangs out by the room of its dot, which is cut off there.
        begins: facts.some((fact, at) => {
          const before = facts[at - 1]?.getBoundingClientRect().bottom ?? -1;
          return fact.getBoundingClientRect().top >= before && Math.abs(fact.getBoundingClientRect().left - left) > 1;
        }),
        cut: getComputedStyle(line).clipPath !== 'none',
      };
    }),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter(({ ends, begins, cut }) => ends || begins || !cut)).toEqual([]);
  const addresses = await page
    .locator('.address')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
  expect(addresses).toEqual(Array(path === '/' ? 0 : 3).fill('none'));
  await world.db.owner.query(`update desk.submission set status = 'spam' where status = 'waiting'`);
});

test('on a phone notifications are a bell, whose number and word are its name', async () => {
  const lena = await world.member('Léna');
  const page = await browser.page('/', { viewport: PHONE, cookie: lena.cookie });
  const link = page.getByRole('link', { name: 'Notifications', exact: true });
  expect((await link.locator('.bell').boundingBox())?.width).toBeGreaterThan(15);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await link.locator('.bell').isVisible()).toBe(false);
  expect(await link.innerText()).toBe('Notifications');
});

test('on a phone the first card of the desk stands well inside the first screen, and what is chosen is in sight', async () => {
  const places = [
    'Vidéosurveillance algorithmique',
    'Documents et recours',
    'Ateliers et cartographie',
    'Zone industrielle',
  ];
  for (const [n, name] of places.entries()) {
    const category = await world.category({ slug: `lieu-${n}`, name });
    expect(category).toBeGreaterThan(0);
    const there = await world.thread({ category: `lieu-${n}`, title: name, text: 'Un premier tour.' });
    await world
      .visitor()
      .post(`/thread/${there}/replies`, { text: `Je réponds ${name}.`, key: `key-of-a-place-${n}` });
  }
  const moderator = await world.member('Ophélie', { role: 'moderator' });
  const page = await browser.page('/desk', { viewport: PHONE, cookie: moderator.cookie });
  expect((await page.locator('.queue .card').first().boundingBox())?.y).toBeLessThan(PHONE.height * 0.65);
  for (const address of ['/desk?category=lieu-3', '/desk?kind=reply&category=lieu-2']) {
    await page.goto(address);
    for (const { left, right } of await boxes(page.locator('.filters [aria-current]'))) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(PHONE.width);
    }
  }
  await world.db.owner.query(`update desk.submission set status = 'spam' where status = 'waiting'`);
});

test('on a phone the home page names each thread once, and each category in one line', async () => {
  await world.category({ slug: 'gares', name: 'Gares', description: 'Ce qui se voit des quais.' });
  const page = await browser.page('/', { viewport: PHONE });
  const titles = await boxes(page.locator('main [data-thread] a').filter({ hasText: 'Caméras du marché' }));
  expect(titles).toHaveLength(1);
  for (const block of await page.locator('.block').all()) {
    const [name, facts] = [await block.locator('h3 a').boundingBox(), await block.locator('> .meta').boundingBox()];
    expect(
      Math.abs((name?.y ?? 0) + (name?.height ?? 0) / 2 - (facts?.y ?? 99) - (facts?.height ?? 0) / 2),
    ).toBeLessThan(12);
    expect((await block.boundingBox())?.height).toBeLessThan(60);
  }
  expect(await page.locator('.block p:not(.meta):visible').count()).toBe(0);
});

test('a long thread says whose turn it was beside the posts while one reads, and nowhere on a phone', async () => {
  const long = await world.thread({ category: 'villes', title: 'De longs tours', text: 'Un premier tour.' });
  const words = Array.from({ length: 12 }, (_, n) => `Une phrase, la ${n}e.`).join('\n\n');
  for (let n = 2; n <= 22; n++) await world.reply(long, `${words} ${n}`);
  const page = await browser.page(`/thread/${long}`, { viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  const [turns] = await boxes(page.locator('.around'));
  expect(turns?.top).toBeGreaterThanOrEqual(0);
  expect(turns?.bottom).toBeLessThanOrEqual(800);
  await page.setViewportSize(PHONE);
  expect(await page.locator('.around').isVisible()).toBe(false);
  const pages = page.locator('nav.pages').first();
  expect(await pages.locator('a:visible').allInnerTexts()).toEqual(['Suivante']);
  await pages.getByLabel('Aller au nº').fill('21');
  await pages.getByRole('button', { name: 'Aller' }).click();
  await page.waitForURL(/page=2#post-21$/);
});

test('a category gives its whole width to the text', async () => {
  const page = await browser.page('/category/villes', { viewport: { width: 1280, height: 800 } });
  const [row] = await boxes(page.locator('.rows .row'));
  expect(row?.right).toBeGreaterThan(1100);
});

test('beside a long name the day of a turn stays on its line', async () => {
  const other = await world.thread({ category: 'villes', title: 'Tours', text: 'Un premier tour.' });
  await world.visitor().post(`/thread/${other}/replies`, {
    text: 'Un second.',
    name: 'Un commerçant de la petite halle',
    email: '',
    key: 'a-key-of-a-long-name',
  });
  const moderator = world.visitor((await world.member('Odile', { role: 'moderator' })).cookie);
  const form = (await moderator.get('/desk')).html().querySelector('[data-submission]:has(.about) form.at-once');
  await moderator.post(form?.getAttribute('action') ?? '', { decision: 'accept', version: '1' });
  const page = await browser.page(`/thread/${other}`, { viewport: { width: 1280, height: 800 } });
  const days = await boxes(page.locator('[data-turns] li > span:last-child'));
  expect(days).toHaveLength(2);
  expect(new Set(days.map(({ top, bottom }) => Math.round(bottom - top))).size).toBe(1);
});

test('a list looks in its preview as it will on the page, and among earlier texts', async () => {
  const bullet = (item: Locator) =>
    item.first().evaluate((one) => {
      const { listStyleType, borderBlockEndWidth, paddingBlockStart } = getComputedStyle(one);
      return { listStyleType, borderBlockEndWidth, paddingBlockStart };
    });
  const page = await browser.page(`/thread/${thread}`);
  const published = await bullet(page.locator('#post-1 .text li'));
  await page.locator('textarea[name="text"]').fill('- une liste\n- à deux lignes');
  await page.locator('button[value="preview"]').click();
  expect(await bullet(page.locator('.as-seen .text li'))).toEqual(published);
  await page.locator('form[data-sending] button').click();
  await page.waitForURL('**/follow/*');
  const address = new URL(page.url()).pathname;
  const version =
    (await world.visitor().get(address)).html().querySelector('input[name="version"]')?.getAttribute('value') ?? '';
  await world.visitor().post(`${address}/correction`, { text: 'Autre chose.', version });
  await page.reload();
  expect(await bullet(page.locator('.versions .text li'))).toEqual(published);
});

test('a thread page that nobody has fetched before weighs less than 40 kB, its scripts less than 25', async () => {
  const long = await world.thread({
    category: 'villes',
    title: 'Une rue, vingt avis',
    text: 'Qui a vu les plans de la place ?',
  });
  const words =
    'La mairie répond que la caméra du carrefour ne filme que la chaussée. Le dossier remis en commission dit le contraire : trois façades sont dans le champ, et la cour de l’école.';
  for (let n = 2; n <= 20; n++)
    await world.reply(long, `${words} J’ai compté ${n * 7} passages un mardi.\n\n> Et le soir ?\n\nAvis numéro ${n}.`);
  const page = await (await browser.person()).newPage();
  const [fetched, entered] = [await watchFetched(page), entries(page)];
  await page.goto(`/thread/${long}/une-rue-vingt-avis`);
  // Once it is in its room it knows that it has missed nothing, and fetches nothing more.
  await entered();
  expect(new Set(fetched.map(({ type }) => type))).toEqual(new Set(['document', 'stylesheet', 'script']));
  const bytes = (type: string): number =>
    fetched.filter((one) => type === 'all' || one.type === type).reduce((sum, one) => sum + one.bytes, 0);
  expect(await page.locator('.post').count()).toBe(20);
  expect(bytes('script')).toBeLessThan(25_000);
  expect(bytes('all')).toBeLessThan(40_000);
  expect(fetched.length).toBeLessThanOrEqual(8);
});

test.each([PHONE, { width: 1280, height: 800 }])(
  'at $width px a group of fields stands apart from the field before it, and no weekday is broken',
  async (viewport) => {
    await world.category({ slug: `dossiers-${viewport.width}` });
    await world.case({ category: `dossiers-${viewport.width}` });
    const form = await browser.page(`/category/dossiers-${viewport.width}/cases/new`, { viewport });
    const gaps = await form
      .locator('.facts-form > fieldset.field')
      .evaluateAll((all) =>
        all.map(
          (one) => one.getBoundingClientRect().top - (one.previousElementSibling?.getBoundingClientRect().bottom ?? 0),
        ),
      );
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toBeGreaterThan(10);
    await world.category({ slug: `dates-${viewport.width}` });
    await world.workshop({ category: `dates-${viewport.width}`, start: '2026-12-13T14:00', end: '2026-12-13T17:00' });
    const agenda = await browser.page('/workshops', { viewport });
    const [weekday] = await boxes(agenda.locator('.dates .day span').filter({ hasText: 'dimanche' }));
    const [month] = await boxes(agenda.locator('.dates .day span').filter({ hasText: 'déc' }));
    expect((weekday?.bottom ?? 99) - (weekday?.top ?? 0)).toBeCloseTo((month?.bottom ?? 0) - (month?.top ?? 0), 0);
  },
);
