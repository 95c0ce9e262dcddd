import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

const PHONE = { width: 360, height: 740 };

let world: World;
let browser: TestBrowser;
let amina: Person;
let talk: number;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes' });
  amina = await world.member('Amina');
  talk = await world.thread({
    category: 'villes',
    title: 'Un événement au marché',
    text: 'La généralisation des #caméras.',
    by: amina.visitor,
  });
  await world.reply(talk, 'Une réponse.');
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('a guest finds a thread by a word typed without accents, opens it as one page and could print it: at 360 px, without script', async () => {
  const page = await browser.page('/', { viewport: PHONE, scripts: false });
  await page.locator('.masthead input[name="q"]').fill('EVENEMENT generalise');
  await page.locator('.masthead input[name="q"]').press('Enter');
  const hit = page.locator('article[data-thread]');
  expect(await hit.locator('mark').allInnerTexts()).toEqual(['événement', 'généralisation']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await hit.locator('h3 a').click();
  await page.getByRole('link', { name: 'Lire d’une traite' }).click();
  expect(await page.locator('.spoken-all > li').count()).toBe(2);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.spoken-all').isVisible()).toBe(true);
  expect(await page.locator('.masthead nav').first().isVisible()).toBe(false);
});

test('tags and people complete themselves by keyboard, are announced, and are loaded when a sign is first typed', async () => {
  const page = await browser.page(`/thread/${talk}/un-evenement-au-marche`);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const field = page.locator('form[data-writing] textarea[name="text"]');
  await field.pressSequentially('Bonjour ');
  expect(loaded.filter((path) => /completion/.test(path))).toEqual([]);
  await field.pressSequentially('@am');
  await page.getByRole('option', { name: '@Amina' }).waitFor();
  expect(await page.locator('[data-announce]').innerText()).toContain('proposition');
  await field.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).not.toBe(null);
  await field.press('Enter');
  expect(await field.inputValue()).toBe('Bonjour @Amina ');
  await field.pressSequentially('et #cam');
  await page.getByRole('option', { name: '#caméras' }).click();
  expect(await field.inputValue()).toBe('Bonjour @Amina et #caméras ');
  await field.pressSequentially('#c');
  await page.getByRole('option').first().waitFor();
  await field.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  await field.fill('');
});

test('threads like it are shown while a title is written', async () => {
  const page = await browser.page('/category/villes/threads/new');
  await page.locator('[name="title"]').pressSequentially('Evenement du marche');
  await page.locator('[data-similar] a').waitFor();
  expect(await page.locator('[data-similar] a').innerText()).toBe('Un événement au marché');
  await page.locator('[name="title"]').fill('');
});
