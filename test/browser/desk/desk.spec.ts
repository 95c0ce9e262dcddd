import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';
import { type Manner, TestBrowser } from '../kit/open-page.js';

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let world: World;
let browser: TestBrowser;
let ada: Person;
let nadia: Person;
let mira: Person;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes' });
  ada = await world.member('Ada', { role: 'administrator' });
  nadia = await world.member('Nadia', { role: 'moderator' });
  mira = await world.member('Mira');
  thread = await world.thread({
    category: 'villes',
    title: 'Caméras du marché',
    text: 'Il y en a quatre.',
    by: mira.visitor,
  });
}, 60_000);
afterEach(async () => {
  expect(await browser.tidy()).toEqual([]);
  await world.db.owner.query(
    `update desk.submission set status = 'spam' where status = 'waiting'; delete from desk.claim; delete
      from desk.presence`,
  );
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Replies that wait, a minute apart so that their order is theirs. @returns their ids */
async function waiting(...texts: string[]): Promise<string[]> {
  for (const text of texts) {
    sent += 1;
    await world.visitor().post(`/thread/${thread}/replies`, { text, name: 'Lou', key: `key-of-the-desk-${sent}` });
    world.clock.advance(60_000);
  }
  const rows = await world.writer.query<{ id: string; source: string }>(
    `select id, source from desk.submission where status = 'waiting'`,
  );
  return texts.map((text) => rows.find(({ source }) => source === text)?.id ?? '');
}

function desk(who: Person, manner: Manner & { live?: boolean } = { live: true }): Promise<Page> {
  return browser.page('/desk', { cookie: who.cookie, ...manner });
}

function card(page: Page, text: string): Locator {
  // What it says itself: a card shows what was published before it, too.
  return page.locator('article[data-submission]').filter({ has: page.locator('.said', { hasText: text }) });
}

async function statusOf(id: string | undefined): Promise<string | undefined> {
  return (await world.writer.query<{ status: string }>('select status from desk.submission where id = $1', [id]))[0]
    ?.status;
}

/** Takes a card in hand: its forms come with that. */
async function take(page: Page, text: string): Promise<void> {
  const there = card(page, text);
  await there.locator('.said').click();
  await there.and(page.locator(':not([data-folded])')).waitFor();
}

/** Until the focus is on the card that says this: the whole page says it as well, and has the focus in between. */
async function cardInHand(page: Page, text: string): Promise<void> {
  await until(async () => expect(await inHand(page)).toBe(text));
}

function inHand(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      (document.activeElement?.closest('article') as HTMLElement | null)
        ?.querySelector('.said')
        ?.textContent?.trim() ?? '',
  );
}

test('a desk that has missed nothing does not ask for itself again, and one that has does', async () => {
  await waiting('Déjà là.');
  const asked: string[] = [];
  const page = await (await browser.person({ cookie: ada.cookie })).newPage();
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch' && new URL(request.url()).pathname === '/desk') asked.push(request.url());
  });
  const enters = (): Promise<unknown> =>
    page
      .waitForEvent('websocket')
      .then((socket) => socket.waitForEvent('framereceived', ({ payload }) => String(payload).startsWith('43')));
  const inside = enters();
  await page.goto('/desk');
  await inside;
  await card(page, 'Déjà là.').waitFor();
  expect(asked).toEqual([]);
  // What comes between the page and its socket.
  await page.route('**/sockets-*.js', async (route) => {
    await waiting('Entre les deux.');
    await route.continue();
  });
  await page.reload();
  await card(page, 'Entre les deux.').waitFor();
  expect(asked).toHaveLength(1);
});

describe('two moderators at once on one queue', () => {
  test('see what the other decides and claims, and exactly one of two decisions is taken', async () => {
    const [first] = await waiting('Première réponse.', 'Deuxième réponse.', 'Troisième réponse.');
    const [one, other] = [await desk(ada), await desk(nadia)];
    // What the other opens is claimed, and let go when it is closed.
    await take(other, 'Troisième');
    await card(other, 'Troisième').locator('[data-key="r"]').click();
    await card(one, 'Troisième').locator('.claim').filter({ hasText: 'Nadia s’en occupe depuis' }).waitFor();
    expect(await card(one, 'Troisième').locator('button[name="decision"]').count()).toBe(0);
    await card(other, 'Troisième').locator('[data-key="r"]').click();
    await card(one, 'Troisième').locator('.claim').waitFor({ state: 'detached' });
    await take(one, 'Troisième');
    await card(one, 'Troisième').locator('button[value="accept"]').first().waitFor();
    // Both decide on one: the second is told, with what they had written.
    await take(one, 'Première');
    await card(one, 'Première').locator('[data-key="n"]').click();
    await take(other, 'Première');
    await card(one, 'Première').locator('textarea[name="remark"]').first().fill('Où l’avez-vous lu ?');
    await card(other, 'Première').getByText('Prendre le relais').click();
    await card(one, 'Première').locator('.claim').filter({ hasText: 'Nadia s’en occupe' }).waitFor();
    await card(other, 'Première').locator('button[value="accept"]').first().click();
    await other.locator('.card.done').filter({ hasText: 'Réponse de Lou' }).filter({ hasText: 'accepté' }).waitFor();
    expect(new URL(other.url()).search).toBe('');
    await card(one, 'Première').locator('button[value="return"]').click();
    await one.locator('[role="alert"]').filter({ hasText: 'Déjà traité par Nadia' }).waitFor();
    expect(await one.locator('#your-remark').inputValue()).toBe('Où l’avez-vous lu ?');
    expect(await statusOf(first)).toBe('published');
    expect(await world.writer.query('select 1 from desk.decision where submission_id = $1', [first])).toHaveLength(1);
    // The 409 is what the browser itself notes.
    expect(browser.complaints.splice(0).join()).toMatch(/^error: Failed to load resource.*409[^,]*$/);
  });

  test('have the acts of a card that they took over, even when its news come before the answer to their click', async () => {
    await waiting('Reprise en main.');
    const [one, other] = [await desk(ada), await desk(nadia)];
    await take(one, 'Reprise');
    await card(one, 'Reprise').locator('[data-key="n"]').click();
    const before = card(other, 'Reprise').and(other.locator('[data-claim]:not([data-claim=""])'));
    await before.waitFor();
    const hers = await before.getAttribute('data-claim');
    await take(other, 'Reprise');
    await other.route('**/claim', async (route) => {
      const answer = await route.fetch();
      await card(other, 'Reprise')
        .and(other.locator(`:not([data-claim="${hers}"])`))
        .waitFor();
      await route.fulfill({ response: answer });
    });
    await card(other, 'Reprise').getByText('Prendre le relais').click();
    await card(other, 'Reprise').locator('button[value="accept"]').first().waitFor();
  });

  test('let a colleague’s claim go when that colleague leaves', async () => {
    await waiting('À quelqu’un d’autre.');
    const [one, other] = [await desk(ada), await desk(nadia)];
    await card(other, 'À quelqu’un').locator('[data-key="e"]').click();
    await card(one, 'À quelqu’un').locator('.claim').waitFor();
    await other.goto('/recent');
    await card(one, 'À quelqu’un').locator('.claim').waitFor({ state: 'detached' });
  });
});

describe('with the keyboard only', () => {
  test('the queue is moved through, decided, refused with a reason and looked into', async () => {
    const [first, second, third, fourth] = await waiting(
      'La première.',
      'La deuxième.',
      'La troisième.',
      'La quatrième.',
    );
    const page = await desk(nadia);
    const { keyboard } = page;
    await keyboard.press('j');
    await cardInHand(page, 'La deuxième.');
    await keyboard.press('k');
    await cardInHand(page, 'La première.');
    await keyboard.press('a');
    await cardInHand(page, 'La deuxième.');
    expect(await statusOf(first)).toBe('published');
    await keyboard.press('o');
    await card(page, 'La deuxième').locator('[data-context-part]').filter({ hasText: 'Il y en a quatre.' }).waitFor();
    await keyboard.press('o');
    await keyboard.press('n');
    // In a field letters are letters, and Escape leads back to the card.
    await keyboard.type('a j r s');
    expect(await card(page, 'La deuxième').locator('textarea[name="remark"]').first().inputValue()).toBe('a j r s');
    await keyboard.press('Escape');
    await keyboard.press('n');
    await keyboard.press('r');
    await keyboard.press('Space');
    await card(page, 'La deuxième').locator('button[value="refuse"]').focus();
    await keyboard.press('Enter');
    await cardInHand(page, 'La troisième.');
    expect(await statusOf(second)).toBe('refused');
    await keyboard.press('Control+a');
    expect(await statusOf(third)).toBe('waiting');
    await keyboard.press('s');
    await cardInHand(page, 'La quatrième.');
    expect(await statusOf(third)).toBe('spam');
    // The last decision is taken back with one key: its card waits again in its place.
    await keyboard.press('u');
    await card(page, 'La troisième').waitFor();
    expect(await statusOf(third)).toBe('waiting');
    await keyboard.press('k');
    await cardInHand(page, 'La troisième.');
    await keyboard.press('s');
    await cardInHand(page, 'La quatrième.');
    await keyboard.press('?');
    const help = page.locator('dialog[data-keys-help]');
    expect(await help.innerText()).toContain('indésirable');
    // Over the queue keys decide nothing, and closing gives the focus back.
    await keyboard.press('s');
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await cardInHand(page, 'La quatrième.');
    expect(await statusOf(fourth)).toBe('waiting');
    await page.locator('[data-keys-switch]').click();
    await page.reload();
    await keyboard.press('a');
    await page.waitForTimeout(200);
    expect(await statusOf(fourth)).toBe('waiting');
    expect(await page.locator('[accesskey]:not([accesskey=""])').filter({ visible: true }).count()).toBe(0);
    await page.locator('[data-keys-switch]').click();
    await keyboard.press('a');
    await page.locator('.card.done').waitFor();
    expect(await statusOf(fourth)).toBe('published');
  });

  test('the focus stays where it is while the list is drawn anew around it, and a key goes to the card that has it', async () => {
    const [, second] = await waiting('Un message.', 'Un deuxième.');
    const page = await desk(nadia);
    await page.keyboard.press('j');
    await cardInHand(page, 'Un deuxième.');
    await card(page, 'Un deuxième').locator('[data-key="a"]').first().waitFor();
    await waiting('Un troisième.');
    await card(page, 'Un troisième').waitFor();
    expect(await inHand(page)).toBe('Un deuxième.');
    // Somebody else's claim comes and goes: its card is another one each time.
    const other = await desk(ada);
    await take(other, 'Un deuxième');
    await card(other, 'Un deuxième').locator('[data-key="n"]').click();
    await card(page, 'Un deuxième').locator('.claim').waitFor();
    expect(await inHand(page)).toBe('Un deuxième.');
    await card(other, 'Un deuxième').locator('[data-key="n"]').click();
    await card(page, 'Un deuxième').locator('.claim').waitFor({ state: 'detached' });
    expect(await inHand(page)).toBe('Un deuxième.');
    await page.keyboard.press('a');
    await cardInHand(page, 'Un troisième.');
    expect(await statusOf(second)).toBe('published');
  });

  test('a refusal without a reason comes back in its card with what was typed, the tick and the claim', async () => {
    const [id] = await waiting('À refuser.');
    const page = await desk(nadia);
    await card(page, 'À refuser').locator('[name="item"]').check();
    await card(page, 'À refuser').locator('[data-key="r"]').click();
    const form = card(page, 'À refuser').locator('details.refuse form');
    await form.locator('textarea[name="remark"]').fill('Un mot à garder');
    await form.locator('button[value="refuse"]').click();
    await page.locator('.why').first().waitFor();
    expect(await page.locator('details.refuse[open] textarea[name="remark"]').inputValue()).toBe('Un mot à garder');
    expect(new URL(page.url()).pathname).toBe('/desk');
    expect(browser.complaints.splice(0).join()).toMatch(/422/);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('reason');
    expect(await card(page, 'À refuser').locator('[name="item"]').isChecked()).toBe(true);
    expect(await world.writer.query('select 1 from desk.claim where submission_id = $1', [id])).toHaveLength(1);
    // A number chooses the reason of that place, and what is sent leads back to the queue.
    await page.keyboard.press('3');
    await form.locator('button[value="refuse"]').click();
    await page.locator('.card.done').waitFor();
    expect(await world.writer.query('select reasons from desk.submission where id = $1', [id])).toEqual([
      { reasons: ['insult'] },
    ]);
  });
});

describe('without JavaScript', () => {
  test('a decision leads to the next card of the same filter, which has the access keys', async () => {
    const [first, second] = await waiting('Sans script, une.', 'Sans script, deux.', 'Sans script, trois.');
    const page = await desk(nadia, { scripts: false });
    await page.locator('.tabs a').filter({ hasText: 'Réponses' }).click();
    await card(page, 'une.').locator('button[value="accept"]').first().click();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('reply');
    expect(new URL(page.url()).hash).toBe(`#s-${second}`);
    expect(await statusOf(first)).toBe('published');
    expect(await page.locator('article.here [accesskey="a"]').count()).toBe(1);
    expect(await page.locator('[accesskey="a"]').count()).toBe(1);
    await card(page, 'deux.').locator('.context summary').click();
    await card(page, 'deux.').getByText('Le fil et l’histoire').click();
    expect(await page.locator('main').innerText()).toContain('Il y en a quatre.');
    await page.goBack();
    await card(page, 'trois.').getByText('Décider…').click();
    await card(page, 'trois.').getByText('Je m’en occupe').click();
    expect(await card(page, 'trois.').innerText()).toContain('Vous vous en occupez');
  });
});

describe('for everyone', () => {
  test.each([
    [360, 'light' as const],
    [1280, 'dark' as const],
  ])('the desk with all that can stand on it has nothing that axe finds, %i px wide', async (width, colorScheme) => {
    const [, theirs] = await waiting(
      'Voir [le plan](https://plan.example/a/very/long/address/that/has/to/break).',
      'À un collègue.',
    );
    await world.visitor(mira.cookie).post(`/thread/${thread}/posts/1/edits`, {
      title: 'Caméras du marché',
      text: 'Il y en a cinq.',
      version: '0',
      key: `key-of-an-edit-${width}`,
    });
    await world.visitor(ada.cookie).post(`/desk/submissions/${theirs}/claim`);
    const page = await desk(nadia, { live: true, viewport: { width, height: 800 } });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await card(page, 'Voir').locator('button[value="accept"]').first().click();
    await page.locator('.card.done').waitFor();
    await take(page, 'cinq');
    await card(page, 'cinq').locator('.context summary').click();
    await page.locator('[data-context-part]').waitFor();
    await card(page, 'cinq').locator('.both summary').click();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
    );
    expect(
      violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
