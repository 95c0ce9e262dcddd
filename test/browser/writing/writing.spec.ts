import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWorld, type Person, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

const FIELD = 'form[data-writing] textarea[name="text"]';
const SEND = 'form[data-writing] [data-send]';

let world: World;
let browser: TestBrowser;
let mira: Person;
let thread: number;
let path: string;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes' });
  mira = await world.member('Mira');
}, 60_000);
beforeEach(async () => {
  const text = 'Il y en a **quatre**.\n\nEt une [carte](https://example.org/carte) les montre.';
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text, by: mira.visitor });
  path = `/thread/${thread}/cameras-du-marche`;
});
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function stored(): Promise<{ source: string; name: string; replyTo: number | null }[]> {
  const { rows } = await world.db.owner.query<{ source: string; name: string; replyTo: number | null }>(
    `select source, author_name as name, reply_to as "replyTo" from desk.submission where kind = 'reply'
      and thread_id = $1 order by written_at, id`,
    [thread],
  );
  return rows;
}

const drafts = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('palabre:draft:')));

describe('a form with scripts', () => {
  test('sends with one press, by its own key, and leads to the follow page', async () => {
    const page = await browser.page(path);
    await page.locator(FIELD).fill('Je passe devant tous les jours.');
    await page.locator('input[name="name"]').fill('Une riveraine');
    await page.locator(SEND).click();
    await page.waitForURL('**/follow/*');
    expect(await stored()).toEqual([
      { source: 'Je passe devant tous les jours.', name: 'Une riveraine', replyTo: null },
    ]);
  });

  test('sends with Ctrl and Enter', async () => {
    const page = await browser.page(path);
    await page.locator(FIELD).fill('Sans la souris.');
    await page.locator(FIELD).press('Control+Enter');
    await page.waitForURL('**/follow/*');
    expect((await stored()).map(({ source }) => source)).toEqual(['Sans la souris.']);
  });

  test('makes one submission of two presses, and of the same sent again after going back', async () => {
    const page = await browser.page(path);
    await page.locator(FIELD).fill('Deux fois.');
    await page.locator(SEND).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await page.waitForURL('**/follow/*');
    const followed = page.url();
    await page.goBack();
    await page.locator(FIELD).fill('Deux fois.');
    await page.locator(SEND).click();
    await page.waitForURL(followed);
    expect(await stored()).toHaveLength(1);
    await page.goBack();
    await page.locator(FIELD).fill('Et autre chose.');
    await page.locator(SEND).click();
    await page.waitForURL((address) => address.pathname.startsWith('/follow/') && address.href !== followed);
    expect(await stored()).toHaveLength(2);
  });

  test('can still be previewed first, and then sends what was previewed', async () => {
    const page = await browser.page(path);
    await page.locator(FIELD).fill('À *relire*.');
    await page.locator('button[value="preview"]').click();
    expect(await page.locator('.as-seen .text em').innerText()).toBe('relire');
    await page.locator('form[data-sending] button').click();
    await page.waitForURL('**/follow/*');
    expect((await stored()).map(({ source }) => source)).toEqual(['À *relire*.']);
    expect(await drafts(page)).toEqual([]);
  });

  test('shows while one writes what everyone will see, in the server’s own rendering', async () => {
    const page = await browser.page(path);
    const source = 'Un mot **important** : [->https://example.org/carte?utm_source=x] <script>alert(1)</script>';
    await page.locator(FIELD).fill(source);
    await page.locator('[data-preview-text] strong').waitFor();
    const answer = await page.request.post('/api/preview', { data: { text: source }, headers: { origin: world.url } });
    const { html } = (await answer.json()) as { html: string };
    const normal = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'text/html').body.innerHTML,
      html,
    );
    expect(await page.locator('[data-preview-text]').innerHTML()).toBe(normal);
    await page.locator(FIELD).fill('');
    await page.locator('[data-preview]').waitFor({ state: 'hidden' });
  });
});

describe('the marks above a text', () => {
  test('are buttons and keys that put them around what is chosen, once somebody writes', async () => {
    const page = await browser.page(path);
    expect(await page.locator('[data-marks]').isVisible()).toBe(false);
    await page.locator(FIELD).focus();
    await page.getByRole('button', { name: 'Gras' }).waitFor();
    await page.locator(FIELD).fill('mot');
    await page.locator(FIELD).selectText();
    await page.getByRole('button', { name: 'Gras' }).click();
    expect(await page.locator(FIELD).inputValue()).toBe('**mot**');
    await page.locator(FIELD).press('Control+i');
    expect(await page.locator(FIELD).inputValue()).toBe('***mot***');
    await page.locator(FIELD).fill('un\ndeux');
    await page.locator(FIELD).selectText();
    await page.getByRole('button', { name: 'Liste' }).click();
    expect(await page.locator(FIELD).inputValue()).toBe('* un\n* deux');
  });
});

describe('« Répondre » and « Citer »', () => {
  test('bring the form to the post in the same way', async () => {
    const page = await browser.page(path);
    await page.locator('#post-1 [data-reply]').click();
    expect(new URL(page.url()).pathname).toBe(path);
    const place = page.locator('#post-1 + section');
    expect(await place.locator('[data-replying]').textContent()).toContain('nº\u00a01');
    expect(await page.locator(FIELD).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator(FIELD).fill('Ici même.');
    await page.locator(FIELD).press('Control+Enter');
    await page.waitForURL('**/follow/*');
    expect((await stored()).map(({ replyTo }) => replyTo)).toEqual([1]);
  });
});

describe('« Citer »', () => {
  test('puts the selected words into the form, with their source', async () => {
    const page = await browser.page(path);
    await page.locator(FIELD).fill('D’abord ceci.');
    await page.locator('#post-1 strong').selectText();
    await page.locator('#post-1 [data-quote]').click();
    // What quotes is fetched when it is first pressed.
    await page.waitForFunction(
      (field) => document.querySelector<HTMLTextAreaElement>(field)?.value.includes('>'),
      FIELD,
    );
    expect(await page.locator(FIELD).inputValue()).toContain('D’abord ceci.\n\n> quatre\n>\n> [Mira, nº 1]');
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.locator(FIELD).evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('without a selection quotes the words of the whole post, and answers it', async () => {
    const page = await browser.page(path);
    await page.locator('#post-1 [data-quote]').click();
    await page.waitForFunction((field) => document.querySelector<HTMLTextAreaElement>(field)?.value !== '', FIELD);
    expect(await page.locator(FIELD).inputValue()).toContain('> Il y en a quatre.\n>\n> Et une carte les montre.');
    await page.locator(FIELD).press('Control+Enter');
    await page.waitForURL('**/follow/*');
    expect((await stored()).map(({ replyTo }) => replyTo)).toEqual([1]);
  });
});

describe('without scripts', () => {
  test('the same is possible by the preview, and by the quoting page', async () => {
    const page = await browser.page(path, { scripts: false });
    expect(await page.locator(SEND).isVisible()).toBe(false);
    await page.locator('#post-1 [data-quote]').click();
    expect(await page.locator(FIELD).inputValue()).toContain('> Il y en a quatre.');
    await page.locator(FIELD).fill('Sans script.');
    await page.locator('button[value="preview"]').click();
    await page.locator('form[data-sending] button').click();
    await page.waitForURL('**/follow/*');
    expect((await stored()).map(({ source }) => source)).toEqual(['Sans script.']);
  });
});
