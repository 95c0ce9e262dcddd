import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { Reception } from '../../../src/reception/reception.js';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { createApp } from '../../../src/create-app.js';
import { hostSite, signed } from '../../host-site.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';
import { entries, TestBrowser } from '../kit/open-page.js';

let world: World;
let browser: TestBrowser;
let ada: Person;
let mira: Person;
let thread: number;
let path: string;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', hold: 'nobody' });
  ada = await world.member('Ada', { role: 'administrator' });
  mira = await world.member('Mira');
}, 60_000);
beforeEach(async () => {
  // Whoever sends many in one minute is held.
  world.clock.advance(60_000);
  thread = await world.thread({
    category: 'villes',
    title: 'Caméras du marché',
    text: 'Il y en a quatre.',
    by: mira.visitor,
  });
  path = `/thread/${thread}/cameras-du-marche`;
});
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Numbers of the posts that stand on the page, in their order. */
function numbers(page: Page, visible = true): Promise<number[]> {
  return page
    .locator('article.post[id^="post-"]')
    .evaluateAll(
      (posts, seen) =>
        posts.filter((post) => !seen || post.getClientRects().length > 0).map((post) => Number(post.id.slice(5))),
      visible,
    );
}

async function replies(count: number, words = 'Un message'): Promise<void> {
  for (let each = 1; each <= count; each++)
    await world.reply(thread, `${words} ${each}, avec assez de mots pour tenir une ligne entière.`);
}

/** Has a page note in `frames` what its web sockets send and hear, and the milliseconds on its clock then. */
const noteFrames = `
  window.frames = [];
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (words) {
    if (!this.noted) this.addEventListener('message', ({ data }) => window.frames.push(['heard ' + data, Date.now()]));
    this.noted = true;
    window.frames.push(['sent ' + words, Date.now()]);
    return send.call(this, words);
  };`;

function takeDown(number: number): Promise<unknown> {
  return world.app
    .get(Removals, { strict: false })
    .takeDown(ada.visitor, thread, number, { reason: 'personal-data', remark: '' }, world.clock.now());
}

async function edit(number: number, text: string, title?: string): Promise<void> {
  const draft = {
    kind: 'edit' as const,
    thread,
    number,
    text,
    title,
    version: 0,
    name: '',
    email: '',
    language: 'fr' as const,
    key: `key-of-an-edit-${++keys}`,
  };
  await world.app.get(Reception, { strict: false }).submit(mira.visitor, draft, world.clock.now());
}

describe('an open section', () => {
  test('puts an answer below the comment that it answers, as the page itself does', async () => {
    await hostSite(world.db.owner, {
      slug: 'feuille',
      category: await world.category({ slug: 'feuille', hold: 'nobody' }),
      firstHeld: false,
    });
    const article = signed('feuille', '331');
    for (const text of ['Premier commentaire', 'Second commentaire']) await world.comment(article, text);
    const page = await browser.page('/articles/feuille/331', { live: true });
    await world.comment(article, 'Une réponse au premier', 1);
    await page.locator('#post-3').waitFor();
    expect(await numbers(page)).toEqual([1, 3, 2]);
    const live = await page.locator('ol.posts').innerHTML();
    await page.reload();
    expect(await page.locator('ol.posts').innerHTML()).toBe(live);
  });
});

describe('an open thread', () => {
  test('shows a guest what was just published, without being loaded again', async () => {
    const page = await browser.page(path, { live: true });
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    await world.reply(thread, 'Une cinquième, depuis *mardi*.');
    await page.locator('#post-2 em').waitFor();
    expect(await page.locator('#post-2 .text').innerText()).toBe('Une cinquième, depuis mardi.');
    expect(await page.locator('body[data-same-page]').count()).toBe(1);
    await page.locator('[data-announce]').filter({ hasText: '1 nouveau message' }).waitFor();
    expect(await page.locator('[data-fresh]').isVisible()).toBe(false);
  });

  test('is then the same as after a reload', async () => {
    const page = await browser.page(path, { live: true, viewport: { width: 900, height: 1200 } });
    await replies(3);
    await page.locator('#post-4').waitFor();
    const live = await page.locator('ol.posts').innerHTML();
    await page.reload();
    expect(await page.locator('ol.posts').innerHTML()).toBe(live);
  });

  test('says soon how many messages there are now, and who spoke', async () => {
    const page = await browser.page(path, { live: true });
    expect(await page.locator('[data-facts]').innerText()).toMatch(/^1\smessage$/);
    await replies(2);
    await page.locator('#post-3').waitFor();
    await page
      .locator('[data-facts]')
      .filter({ hasText: /3\smessages/ })
      .waitFor();
    expect(
      await page.locator('[data-turns] a').evaluateAll((turns) => turns.map((turn) => turn.getAttribute('href'))),
    ).toEqual(['#post-1', '#post-2', '#post-3']);
  });

  test('counts in its bar what comes while the reader is further up, and shows it on demand', async () => {
    await replies(12);
    const page = await browser.page(path, { live: true });
    await world.reply(thread, 'Le premier de derrière la barre.');
    const bar = page.locator('[data-fresh]');
    await bar.filter({ hasText: '1 nouveau message' }).waitFor();
    await world.reply(thread, 'Le second de derrière la barre.');
    await bar.filter({ hasText: '2 nouveaux messages' }).waitFor();
    expect(await bar.evaluate((element) => element.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
    expect(await numbers(page)).toEqual(Array.from({ length: 13 }, (_, each) => each + 1));
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await bar.locator('a').click();
    await page.locator('#post-15').waitFor();
    expect(await numbers(page)).toEqual(Array.from({ length: 15 }, (_, each) => each + 1));
    expect(new URL(page.url()).hash).toBe('#post-14');
    expect(await bar.isVisible()).toBe(false);
  });

  test('does not move a text that somebody is writing, nor take the focus from it', async () => {
    const page = await browser.page(path, { live: true });
    const field = page.locator('form[data-writing] textarea');
    await field.pressSequentially('Je commence à répondre');
    const before = await field.boundingBox();
    await world.reply(thread, 'Quelqu’un est plus rapide.');
    await page.locator('[data-fresh]').filter({ hasText: '1 nouveau message' }).waitFor();
    await field.pressSequentially(' et je continue.');
    expect(await field.inputValue()).toBe('Je commence à répondre et je continue.');
    const bar = (await page.locator('[data-fresh]').boundingBox())?.height ?? 0;
    expect(Math.abs(((await field.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(bar + 60);
    expect(await page.locator('#post-2').isVisible()).toBe(false);
  });

  test('on an earlier page leads to the next one', async () => {
    await replies(25);
    const page = await browser.page(path, { live: true });
    await world.reply(thread, 'Sur la dernière page.');
    const bar = page.locator('[data-fresh]');
    await bar.filter({ hasText: '1 nouveau message' }).waitFor();
    expect(await numbers(page, false)).toHaveLength(20);
    await bar.locator('a').click();
    await page.waitForURL(`**${path}?page=2`);
    expect(await page.locator('#post-27').isVisible()).toBe(true);
  });

  test('changes edited and removed posts in place, behind the bar too', async () => {
    await replies(12);
    const page = await browser.page(path, { live: true });
    await edit(1, 'Il y en a **cinq**.');
    await page.locator('#post-1 strong').waitFor();
    await world.reply(thread, 'Derrière la barre.');
    await page.locator('[data-fresh]').filter({ hasText: '1 nouveau message' }).waitFor();
    await takeDown(14);
    await takeDown(3);
    await page.locator('#post-3[data-gone]').waitFor();
    await page.locator('#post-14[data-gone]').waitFor({ state: 'attached' });
    expect(await page.content()).not.toContain('Derrière la barre');
    await world.app.get(Removals, { strict: false }).restore(ada.visitor, thread, 3, world.clock.now());
    await page.locator('#post-3:not([data-gone])').waitFor();
    expect(await numbers(page)).toEqual(Array.from({ length: 13 }, (_, each) => each + 1));
  });

  test('loses its title when its first post is taken down', async () => {
    const page = await browser.page(path, { live: true });
    await takeDown(1);
    await page.locator('h1').filter({ hasText: 'Sujet retiré' }).waitFor();
    await page.waitForFunction(() => document.title.startsWith('Sujet retiré'));
    expect(await page.content()).not.toContain('Il y en a quatre');
    await page.locator('[data-turns]').filter({ hasText: 'retiré' }).waitFor({ state: 'attached' });
    expect(await page.locator('main').innerText()).not.toContain('Mira');
  });

  test('of a member keeps the acts that are theirs', async () => {
    const page = await browser.page(path, { live: true, cookie: ada.cookie });
    await world.reply(thread, 'À relire.');
    await page.locator('#post-2').waitFor();
    expect(await page.locator('#post-2 a[href$="/removal"]').count()).toBe(1);
    await edit(1, 'Il y en a six.');
    await page.locator('#post-1').filter({ hasText: 'six' }).waitFor();
    expect(await page.locator('#post-1 a[href$="/removal"]').count()).toBe(1);
  });
});

describe('after a lost connection', () => {
  test('a page has everything that was published, once, and nothing that was taken down', async () => {
    await replies(4);
    const page = await browser.page(path, { live: true, viewport: { width: 900, height: 4000 } });
    await world.reply(thread, 'Avant la panne.');
    await page.locator('#post-6').waitFor();
    await world.stop();
    // Another process of the same forum goes on publishing meanwhile.
    const elsewhere = await createApp(world.config, world.db.database, world.clock);
    await elsewhere.init();
    const send = async (text: string) => {
      world.clock.advance(60_000);
      await elsewhere.get(Reception, { strict: false }).submit(
        mira.visitor,
        {
          kind: 'reply',
          thread,
          text,
          name: '',
          email: '',
          language: 'fr',
          key: `key-of-an-absence-${++keys}`,
        },
        world.clock.now(),
      );
    };
    for (let each = 0; each < 60; each++) await send(`Pendant la panne ${each}.`);
    await elsewhere
      .get(Removals, { strict: false })
      .takeDown(ada.visitor, thread, 6, { reason: 'other', remark: '' }, world.clock.now());
    await elsewhere
      .get(Removals, { strict: false })
      .takeDown(ada.visitor, thread, 8, { reason: 'other', remark: '' }, world.clock.now());
    await elsewhere.close();
    await world.start();
    await page.locator('#post-6[data-gone]').waitFor({ timeout: 15_000 });
    await page.locator('#post-66').waitFor({ state: 'attached' });
    await world.reply(thread, 'Après la panne.');
    await page.locator('#post-67').waitFor({ state: 'attached' });
    expect(await numbers(page, false)).toEqual(Array.from({ length: 67 }, (_, each) => each + 1));
    const text = await page.content();
    expect(text).not.toContain('Avant la panne.');
    expect(text).not.toContain('Pendant la panne 1.');
    expect(browser.complaints.splice(0).every((line) => /ERR_CONNECTION_REFUSED|WebSocket/.test(line))).toBe(true);
  });

  test('each page comes back at a moment of its own within two seconds, and not as soon as it is connected', async () => {
    const page = await (await browser.person()).newPage();
    await page.addInitScript(noteFrames);
    // The dice of this page fall on the middle: of two seconds it waits one.
    await page.addInitScript('Math.random = () => 0.5');
    await page.clock.install();
    const entered = entries(page);
    await page.goto(path);
    await entered();
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
    await world.stop();
    await world.start();
    // The page's own clock says how long it waited, however late this test looks.
    const moments = (pattern: RegExp) =>
      page
        .evaluate(() => (window as unknown as { frames: [string, number][] }).frames)
        .then((all) => all.filter(([words]) => pattern.test(words)).map(([, moment]) => moment));
    await until(async () => {
      await page.clock.runFor(100);
      expect(await moments(/^sent 42.*"join"/)).toHaveLength(2);
    });
    const [connected, joined] = [await moments(/^heard 40/), await moments(/^sent 42.*"join"/)].map(
      ([, again]) => again,
    );
    expect(joined! - connected!).toBe(1_000);
    expect(browser.complaints.splice(0).every((line) => /ERR_CONNECTION_REFUSED|WebSocket/.test(line))).toBe(true);
  });

  test('a page that was left and is shown again has what came meanwhile', async () => {
    const page = await browser.page(path, { live: true });
    await page.goto('/');
    await world.reply(thread, 'Pendant l’absence.');
    await page.goBack();
    await page.locator('#post-2').waitFor();
    expect(await numbers(page)).toEqual([1, 2]);
  });
});

describe('without sockets or scripts', () => {
  async function withoutWebSockets(): Promise<BrowserContext> {
    const context = await browser.person();
    await context.addInitScript(() => {
      window.WebSocket = class extends WebSocket {
        constructor() {
          super(`ws://${location.host}/blocked`);
        }
      };
    });
    return context;
  }

  test('a page whose network lets no web socket through is live by plain requests, whose script no other page loads', async () => {
    const context = await withoutWebSockets();
    const page = await context.newPage();
    const loaded = page.waitForRequest(/other-way/);
    const entered = page.waitForResponse(
      async (answer) => answer.url().includes('transport=polling') && (await answer.text()).includes('"ok":true'),
    );
    await page.goto(path);
    await Promise.all([loaded, entered]);
    await world.reply(thread, 'Par un autre chemin.');
    await page.locator('#post-2').waitFor({ state: 'attached' });
    await context.close();
    expect(browser.complaints.splice(0).every((line) => /WebSocket/.test(line))).toBe(true);
    const other = await (await browser.person()).newPage();
    const fetched: string[] = [];
    other.on('request', (request) => fetched.push(request.url()));
    const live = entries(other);
    await other.goto(path);
    await live();
    expect(fetched.filter((url) => /other-way|polling/.test(url))).toEqual([]);
  });

  test('a page whose sockets are blocked has everything after a reload', async () => {
    const context = await withoutWebSockets();
    await context.route('**/socket.io/**', (route) => route.abort());
    const page = await context.newPage();
    // The other way has been tried before the words are published.
    const tried = page.waitForEvent('requestfailed', (request) => request.url().includes('transport=polling'));
    await page.goto(path);
    await tried;
    await world.reply(thread, 'Sans prise.');
    expect(await page.locator('#post-2').count()).toBe(0);
    await page.reload();
    expect(await page.locator('#post-2').isVisible()).toBe(true);
    // The page goes on trying: what it complains of is whole only once its window is closed.
    await context.close();
    browser.complaints.splice(0);
  });

  test('a browser without scripts has everything after a reload, and sees nothing that only scripts can use', async () => {
    const page = await browser.page(path, { scripts: false });
    await world.reply(thread, 'Sans script.');
    await page.reload();
    expect(await page.locator('#post-2').isVisible()).toBe(true);
    expect(
      await page
        .locator('[data-fresh], [data-send], [data-preview], [data-draft-notice]')
        .evaluateAll((parts) => parts.length),
    ).toBeGreaterThanOrEqual(1);
    for (const part of await page.locator('[data-fresh], [data-send], [data-preview], [data-draft-notice]').all())
      expect(await part.isVisible()).toBe(false);
  });
});
