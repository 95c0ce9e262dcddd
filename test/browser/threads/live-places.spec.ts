import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';
import { entries, TestBrowser } from '../kit/open-page.js';
import { watchFetched } from '../kit/watch-fetched.js';

const FIELD = 'form[data-writing] textarea[name="text"]';

let world: World;
let browser: TestBrowser;
let ada: Person;
let nadia: Person;
let thread: number;
let path: string;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes' });
  ada = await world.member('Ada', { role: 'administrator' });
  nadia = await world.member('Nadia', { role: 'moderator' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  path = `/thread/${thread}/cameras-du-marche`;
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A guest sends a reply from the page of the thread. @returns their follow page */
async function send(text: string): Promise<Page> {
  const page = await browser.page(path);
  await page.locator(FIELD).fill(text);
  await page.locator(FIELD).press('Control+Enter');
  await page.waitForURL('**/follow/*');
  return page;
}

function card(page: Page, text: string) {
  // What it says itself: a card shows what was published before it, too.
  return page.locator('article[data-submission]').filter({ has: page.locator('.said', { hasText: text }) });
}

describe('the main job', () => {
  test('a guest’s message is accepted in one window and appears in the others, none of them loaded again', async () => {
    const reader = await browser.page(path, { live: true });
    const desk = await browser.page('/desk', { live: true, cookie: nadia.cookie });
    const author = await send('Une cinquième, au coin de la rue.');
    expect(await author.locator('h1').innerText()).toContain('en attente de validation');
    await card(desk, 'Une cinquième').waitFor();
    expect(await reader.locator('article.post').count()).toBe(1);
    await card(desk, 'Une cinquième').locator('button[value="accept"]').first().click();
    await reader.locator('#post-2').filter({ hasText: 'Une cinquième, au coin de la rue.' }).waitFor();
    await author.locator('h1').filter({ hasText: 'Votre message a été publié' }).waitFor();
    expect(await author.locator('.stamp').innerText()).toMatch(/publié/i);
  });
});

describe('a page that is the same as when it was drawn', () => {
  test('is not sent once more when it enters its room', async () => {
    for (const address of ['/', '/category/villes', path]) {
      const page = await (await browser.person()).newPage();
      const fetched = await watchFetched(page);
      const entered = entries(page);
      await page.goto(address);
      await entered();
      // What came last is asked for in the same turn of the page in which it was answered.
      await page.evaluate(async () => (await fetch('/healthz')).text());
      await until(async () => expect(fetched.map(({ type }) => type)).toContain('fetch'));
      expect([address, fetched.filter(({ type }) => type === 'fetch')]).toEqual([address, [expect.anything()]]);
    }
  });
});

describe('the desk', () => {
  test('changes for everyone at it, around the card that somebody is working in', async () => {
    const first = await send('La première qui attend.');
    await send('La deuxième qui attend.');
    const [mine, theirs] = [
      await browser.page('/desk', { live: true, cookie: ada.cookie }),
      await browser.page('/desk', { live: true, cookie: nadia.cookie }),
    ];
    await card(mine, 'La première').locator('.said').click();
    await card(mine, 'La première').locator('details.refuse summary').click();
    const remark = card(mine, 'La première').locator('details.refuse textarea[name="remark"]');
    await remark.fill('Merci de préciser le lieu');
    await remark.focus();
    await send('La troisième qui attend.');
    await card(mine, 'La troisième').waitFor();
    await card(theirs, 'La deuxième').locator('.said').click();
    await card(theirs, 'La deuxième').locator('button[value="accept"]').first().click();
    await card(mine, 'La deuxième').waitFor({ state: 'detached' });
    expect(await remark.inputValue()).toBe('Merci de préciser le lieu');
    expect(await remark.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await mine.locator('[data-waiting]').first().textContent()).toBe('2');
    // What it was about has gone meanwhile: the card in hand stays until its decision says so.
    await first.locator('#withdraw summary').click();
    await first.locator('#withdraw button[type="submit"]').click();
    await mine.locator('[data-waiting]').filter({ hasText: /^1$/ }).first().waitFor({ state: 'attached' });
    expect(await remark.isVisible()).toBe(true);
  });

  test('is counted on every page of a moderator, and on nobody else’s', async () => {
    const page = await browser.page('/recent', { cookie: nadia.cookie });
    const before = Number(await page.locator('[data-waiting]').innerText());
    await page.waitForFunction(() =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => name.includes('/socket.io/') || name.includes('sockets-')),
    );
    await send('Une qui compte.');
    await page
      .locator('[data-waiting]')
      .filter({ hasText: new RegExp(`^${before + 1}$`) })
      .waitFor();
    expect(await (await browser.page('/recent')).locator('[data-waiting]').count()).toBe(0);
  });
});

describe('a category page', () => {
  test('says in its bar that threads were opened, and puts them at the top on demand', async () => {
    const page = await browser.page('/category/villes', { live: true });
    await world.thread({ category: 'villes', title: 'Place du lavoir', text: 'Deux mâts.' });
    const bar = page.locator('[data-fresh]');
    await bar.filter({ hasText: '1 nouveau sujet' }).waitFor();
    await world.thread({ category: 'villes', title: 'Rue de la Treille', text: 'Un boîtier gris.' });
    await bar.filter({ hasText: '2 nouveaux sujets' }).waitFor();
    expect(await page.locator('ol.rows > li').count()).toBe(1);
    await bar.locator('a').click();
    await page.locator('ol.rows > li').nth(2).waitFor();
    const live = await page.locator('ol.rows').innerText();
    expect(live).toMatch(/Rue de la Treille[\s\S]*Place du lavoir[\s\S]*Caméras du marché/);
    await page.reload();
    expect(await page.locator('ol.rows').innerText()).toBe(live);
  });

  test('has after a lost connection what was opened meanwhile, once', async () => {
    const page = await browser.page('/category/villes', { live: true });
    const rows = await page.locator('ol.rows > li').count();
    await page.goto('/rules');
    await world.thread({ category: 'villes', title: 'Pendant l’absence', text: 'Quelque chose.' });
    await page.goBack();
    if ((await page.locator('ol.rows > li').count()) === rows) {
      await page.locator('[data-fresh]').filter({ hasText: '1 nouveau sujet' }).waitFor();
      await page.locator('[data-fresh] a').click();
    }
    await page.locator('ol.rows > li').filter({ hasText: 'Pendant l’absence' }).waitFor();
    expect(await page.locator('ol.rows > li').count()).toBe(rows + 1);
  });
});

describe('the home page', () => {
  test('leads to its new state when a thread was opened', async () => {
    const page = await browser.page('/', { live: true });
    await world.thread({ category: 'villes', title: 'Vu de l’accueil', text: 'Quelque chose.' });
    await page.locator('[data-fresh]').filter({ hasText: '1 nouveau sujet' }).waitFor();
    await page.locator('[data-fresh] a').click();
    await page.locator('main').filter({ hasText: 'Vu de l’accueil' }).waitFor();
  });
});

describe('a follow page', () => {
  test('does not draw over a correction that is being written', async () => {
    const author = await send('À préciser.');
    const desk = await browser.page('/desk', { cookie: nadia.cookie });
    await author.locator('#correct summary').click();
    await author.locator('#correct textarea[name="text"]').fill('À préciser, et voici le lieu.');
    await card(desk, 'À préciser.').locator('.said').click();
    await card(desk, 'À préciser.').locator('button[value="accept"]').first().click();
    await desk.waitForURL(/desk/);
    await author.waitForTimeout(500);
    expect(await author.locator('#correct textarea[name="text"]').inputValue()).toBe('À préciser, et voici le lieu.');
  });
});
