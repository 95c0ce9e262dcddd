import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openWorld, type Person, type World } from '../../world.js';
import { type Manner, TestBrowser } from '../kit/open-page.js';

const PHONE = { width: 360, height: 740 };
let world: World;
let browser: TestBrowser;
let ada: Person;
let nadia: Person;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes' });
  ada = await world.member('Ada', { role: 'administrator' });
  nadia = await world.member('Nadia', { role: 'moderator' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
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

const desk = (who: Person, manner: Manner & { live?: boolean } = { live: true }): Promise<Page> =>
  browser.page('/desk', { cookie: who.cookie, ...manner });
const card = (page: Page, text: string): Locator =>
  page.locator('article[data-submission]').filter({ has: page.locator('.said', { hasText: text }) });

/** A reply of somebody without an account, accepted or refused by Ada or left to wait. */
async function reply(text: string, decision?: 'accept' | 'refuse'): Promise<{ id: string; follow: string }> {
  const { location } = await world
    .visitor()
    .post(`/thread/${thread}/replies`, { text, name: 'Lou', key: `key-of-${text.replace(/\W+/g, '-')}` });
  world.clock.advance(60_000);
  const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where source = $1', [text]);
  const id = row?.id ?? '';
  if (decision !== undefined)
    await world.visitor(ada.cookie).post(`/desk/submissions/${id}/decision`, {
      decision,
      version: '1',
      ...(decision === 'refuse' && { reason: 'off-topic' }),
    });
  return { id, follow: location ?? '' };
}

async function gone(text: string): Promise<string | null | undefined> {
  return (
    await world.writer.query<{ gone: string | null }>(
      `select p.gone from desk.submission s join post p on p.thread_id = s.thread_id and p.number = s.number
        where s.source = $1`,
      [text],
    )
  )[0]?.gone;
}

async function report(number: number): Promise<void> {
  sent += 1;
  const answer = await world.visitor().post(`/thread/${thread}/posts/${number}/report`, {
    reason: 'insult',
    remark: 'Regardez.',
    key: `key-of-a-report-${sent}`,
  });
  expect(answer.status).toBeLessThan(400);
  world.clock.advance(60_000);
}

const focused = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    (words) =>
      document.activeElement?.matches('article:not([data-folded])') &&
      document.activeElement.querySelector('.said')?.textContent?.includes(words),
    text,
  );

describe('on a phone, with keys only', () => {
  test('a keeps what was reported or grants an appeal, r takes down or confirms', async () => {
    for (const text of ['À garder.', 'À retirer.']) await reply(text, 'accept');
    for (const number of [2, 3]) await report(number);
    for (const text of ['Refusé à tort.', 'Refusé avec raison.']) {
      const { follow } = await reply(text, 'refuse');
      expect((await world.visitor().post(`${follow}/appeal`, { text: `Pourtant : ${text}` })).status).toBe(303);
      world.clock.advance(60_000);
    }
    const page = await desk(nadia, { live: true, viewport: PHONE });
    const { keyboard } = page;
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await keyboard.press('a');
    await focused(page, 'À retirer.');
    await keyboard.press('r');
    await keyboard.press('Space');
    await card(page, 'À retirer.').locator('button[value="refuse"]').focus();
    await keyboard.press('Enter');
    await focused(page, 'Refusé à tort.');
    expect([await gone('À garder.'), await gone('À retirer.')]).toEqual([null, 'taken-down']);
    await keyboard.press('a');
    await focused(page, 'Refusé avec raison.');
    await keyboard.press('r');
    await keyboard.type('Relu : la raison tient.');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.locator('.card.done').filter({ hasText: 'Recours' }).nth(1).waitFor();
    expect(await gone('Refusé à tort.')).toBeNull();
    expect(
      await world.writer.query(`select status, remark from desk.submission where kind = 'appeal' order by written_at`),
    ).toEqual([
      { status: 'published', remark: null },
      { status: 'refused', remark: 'Relu : la raison tient.' },
    ]);
    expect(await page.locator('article[data-submission]').count()).toBe(0);
  });
});

describe('a decision', () => {
  test('may overtake the claim that opening its card has sent', async () => {
    await reply('Vite refusé.');
    const page = await desk(nadia);
    let decided = (): void => undefined;
    const held = new Promise<void>((resolve) => (decided = resolve));
    await page.route('**/claim', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('r');
    await page.keyboard.press('Space');
    await card(page, 'Vite refusé.').locator('button[value="refuse"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.card.done').waitFor();
    const claimed = page.waitForResponse('**/claim');
    decided();
    expect((await claimed).status()).toBe(204);
  });
});

describe('two moderators', () => {
  test('see one claim alike, live and after reloading, until its five minutes are over', async () => {
    const { id } = await reply('À quelqu’un.');
    const [one, other] = [await desk(ada), await desk(nadia)];
    await other.keyboard.press('t');
    await card(other, 'À quelqu’un.').getByText('Vous vous en occupez').waitFor();
    await card(one, 'À quelqu’un.').locator('.claim').filter({ hasText: 'Nadia s’en occupe' }).waitFor();
    const words = await card(one, 'À quelqu’un.').innerText();
    await one.reload();
    expect(await card(one, 'À quelqu’un.').innerText()).toBe(words);
    world.clock.advance(5 * 60_000 + 1);
    await one.reload();
    expect(await card(one, 'À quelqu’un.').locator('.claim').count()).toBe(0);
    await one.keyboard.press('a');
    await one.locator('.card.done').waitFor();
    await card(other, 'À quelqu’un.').waitFor({ state: 'detached' });
    expect(await world.writer.query('select 1 from desk.decision where submission_id = $1', [id])).toHaveLength(1);
  });

  test('agree one after the other where two must: who has agreed is not asked again', async () => {
    await world.category({ slug: 'delicat', name: 'Délicat' });
    const delicate = await world.thread({ category: 'delicat', title: 'Un dossier', text: 'Il est long.' });
    await world.db.owner.query(`update category set agreement = 2 where slug = 'delicat'`);
    for (const text of ['Sur ce dossier.', 'Une autre réponse.']) {
      await world
        .visitor()
        .post(`/thread/${delicate}/replies`, { text, name: 'Lou', key: `key-of-${text.replace(/\W+/g, '-')}` });
      world.clock.advance(60_000);
    }
    const [one, other] = [await desk(ada), await desk(nadia)];
    await card(one, 'Une autre').getByText('Décider…').click();
    await card(one, 'Une autre').locator('button[value="spam"]').waitFor();
    expect(await card(one, 'Une autre').getByText('Accepter et répondre').count()).toBe(0);
    await one.keyboard.press('k');
    await one.keyboard.press('a');
    await one.locator('.card.done').filter({ hasText: 'premier accord' }).waitFor();
    await one.reload();
    expect(await card(one, 'Sur ce dossier.').count()).toBe(0);
    expect(await one.locator('article.here').innerText()).toContain('Une autre réponse.');
    expect(await one.locator('[data-waiting]').innerText()).toBe('1');
    await one.getByRole('link', { name: 'Attend un·e collègue 1' }).click();
    const mine = card(one, 'Sur ce dossier.');
    await mine.waitFor();
    expect(await mine.innerText()).toContain('il faut encore celui de quelqu’un d’autre');
    await mine.locator('button[value="spam"]').waitFor();
    expect(await mine.locator('.at-once button[value="accept"]').count()).toBe(0);
    await card(other, 'Sur ce dossier.').getByText('1 accord sur 2').waitFor();
    await other.keyboard.press('a');
    await other.locator('.card.done').filter({ hasText: 'accepté' }).waitFor();
    expect(await gone('Sur ce dossier.')).toBeNull();
  });
});

describe('the keys', () => {
  test('of the card in hand are access keys without a script, and the help has each of them', async () => {
    await reply('Signalé plus tard.', 'accept');
    await report(2);
    await reply('Une réponse.');
    const page = await desk(nadia, { scripts: false });
    const keysOf = (place: string): Promise<string[]> =>
      page
        .locator(`${place} [accesskey]`)
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).accessKey).sort());
    expect(await keysOf('article.here')).toEqual(['a', 'o', 'r', 't']);
    await page.locator('[data-keys] [accesskey="j"]').click();
    const letters = await keysOf('article.here');
    expect(letters).toEqual(['a', 'e', 'n', 'o', 'r', 's', 't']);
    const help = await page.locator('[data-keys-list] kbd').allInnerTexts();
    expect(help).toEqual(expect.arrayContaining([...letters, 'j', 'k', 'x', 'u', '?']));
    await page.locator('[data-keys-switch]').click();
    expect(await page.locator('[accesskey]').count()).toBe(0);
  });

  test('of a quick hand leave few lines of what was decided, and all of it can be undone', async () => {
    for (let place = 1; place <= 7; place += 1) await reply(`Réponse rapide ${place}.`);
    const page = await desk(nadia);
    for (let place = 1; place <= 6; place += 1) {
      if (place > 1) await focused(page, `Réponse rapide ${place}.`);
      await page.keyboard.press('a');
    }
    await focused(page, 'Réponse rapide 7.');
    expect(await page.locator('.card.done').filter({ visible: true }).count()).toBe(4);
    for (let place = 6; place >= 2; place -= 1) {
      await page.keyboard.press('u');
      await card(page, `Réponse rapide ${place}.`).waitFor();
    }
    expect(await gone('Réponse rapide 2.')).toBe('taken-down');
  });
});
