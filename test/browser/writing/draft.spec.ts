import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openWorld, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

const FIELD = 'form[data-writing] textarea[name="text"]';
const SEND = 'form[data-writing] [data-send]';
const NOTICE = '[data-draft-notice]';

let world: World;
let browser: TestBrowser;
let context: BrowserContext;
let path: string;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes' });
}, 60_000);
beforeEach(async () => {
  const thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  path = `/thread/${thread}/cameras-du-marche`;
  context = await browser.person();
});
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function open(address = path): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** The window is closed while something stands in the form. */
async function leave(page: Page, text: string): Promise<void> {
  await page.locator(FIELD).fill(text);
  await page.close({ runBeforeUnload: true });
}

describe('a draft', () => {
  test('is back in its own form, and in no other, when the page is opened again', async () => {
    await leave(await open(), 'Un début de réponse');
    const page = await open();
    expect(await page.locator(FIELD).inputValue()).toBe('Un début de réponse');
    expect(await page.locator(NOTICE).isVisible()).toBe(true);
    expect(await (await open('/category/villes/threads/new')).locator(FIELD).inputValue()).toBe('');
    const other = await world.thread({ category: 'villes', title: 'Place du lavoir', text: 'Deux mâts.' });
    expect(await (await open(`/thread/${other}/place-du-lavoir`)).locator(FIELD).inputValue()).toBe('');
  });

  test('can be dropped, and is then gone for good', async () => {
    await leave(await open(), 'À oublier');
    const page = await open();
    await page.locator('[data-draft-drop]').click();
    expect(await page.locator(FIELD).inputValue()).toBe('');
    expect(await page.locator(NOTICE).isVisible()).toBe(false);
    await page.close({ runBeforeUnload: true });
    expect(await (await open()).locator(FIELD).inputValue()).toBe('');
  });

  test('is forgotten once its text was accepted, and kept as long as it was not', async () => {
    const page = await open();
    await page.locator(FIELD).fill('x');
    await page.locator(FIELD).press('Control+Enter');
    await page.locator('[role="alert"]').waitFor();
    expect(await page.locator(FIELD).inputValue()).toBe('x');
    await page.locator(FIELD).fill('Assez long cette fois');
    await page.locator(FIELD).press('Control+Enter');
    await page.waitForURL('**/follow/*');
    expect(await (await open()).locator(FIELD).inputValue()).toBe('');
    browser.complaints.splice(0);
  });

  test('survives a forum that is away when the button is pressed', async () => {
    const page = await open();
    await page.locator(FIELD).fill('Écrit pendant la panne');
    await context.route('**/replies', (route) => route.abort());
    await page.locator(SEND).click();
    await page.waitForURL(/chrome-error|replies/).catch(() => undefined);
    await context.unroute('**/replies');
    expect(await (await open()).locator(FIELD).inputValue()).toBe('Écrit pendant la panne');
    browser.complaints.splice(0);
  });

  test('is the newer text when more was typed after the preview', async () => {
    const page = await open();
    await page.locator(FIELD).fill('Première idée');
    await page.locator('button[value="preview"]').click();
    await page.locator('form[data-sending]').waitFor();
    await page.locator(FIELD).fill('Première idée, et la suite');
    await page.close({ runBeforeUnload: true });
    expect(await (await open()).locator(FIELD).inputValue()).toBe('Première idée, et la suite');
  });

  test('never takes the place of what the server put into the form', async () => {
    await leave(await open(), 'Un début de réponse');
    const page = await open(`${path.split('/').slice(0, 3).join('/')}/replies/new?quote=1`);
    expect(await page.locator(FIELD).inputValue()).toContain('> Il y en a quatre.');
  });

  test('is cleared after thirty days', async () => {
    await leave(await open(), 'Il y a longtemps');
    const page = await open();
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage)) {
        const draft = JSON.parse(localStorage.getItem(name) ?? '{}') as { at: number };
        localStorage.setItem(name, JSON.stringify({ ...draft, at: draft.at - 31 * 86_400_000 }));
      }
    });
    await page.reload();
    expect(await page.locator(FIELD).inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

describe('a browser that keeps nothing', () => {
  test('writes and sends as any other', async () => {
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('no storage', 'SecurityError');
          },
        });
      }
    });
    const page = await open();
    await page.locator(FIELD).fill('Sans mémoire.');
    await page.locator(SEND).click();
    await page.waitForURL('**/follow/*');
  });
});
