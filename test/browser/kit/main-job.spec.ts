import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Browsing } from '../../browsing.js';
import { spipCases } from '../../corpora/shared.js';
import { seedArticles } from '../../seed-articles.js';
import { withShared } from '../../shared-folder.js';
import { openWorld, type World } from '../../world.js';
import { TestBrowser } from './open-page.js';

const PAGE = 20;
const texts = spipCases().map(({ name, input }) => ({ name, text: input }));
// What a form takes, in words of its own: two characters at least that are not around the text, 20,000 at most.
const fits = ({ text }: { text: string }): boolean => text.trim().length >= 2 && text.length <= 20_000;

withShared(['seeds', 'corpora'], 'the main job, on articles and texts that exist', () => {
  let world: World;
  let browser: TestBrowser;
  let moderator: Browsing;
  let addresses: string[];
  let open: Page;

  beforeAll(async () => {
    world = await openWorld();
    browser = await TestBrowser.open(world);
    await world.category({ slug: 'articles', name: 'Articles' });
    moderator = world.visitor((await world.member('Maud', { role: 'moderator', categories: ['articles'] })).cookie);
  }, 60_000);
  afterEach(() => expect(browser.complaints).toEqual([]));
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** Accepts all that waits, by the forms of the cards' own pages. @returns whose they were, in their order */
  async function acceptAll(after: (count: number) => Promise<void> = async () => {}): Promise<string[]> {
    const accepted: string[] = [];
    for (;;) {
      const cards = (await moderator.get('/desk')).html().querySelectorAll('article[data-submission]');
      if (cards.length === 0) return accepted;
      for (const card of cards) {
        const own = (await moderator.get(`/desk/submissions/${card.getAttribute('data-submission')}`)).html();
        const form = own.querySelector('form:has(button[value="accept"])');
        const version = form?.querySelector('input[name="version"]')?.getAttribute('value') ?? '';
        const answer = await moderator.post(form?.getAttribute('action') ?? '', { decision: 'accept', version });
        expect(answer.status).toBe(303);
        accepted.push(card.querySelector('.about .who, .about span')?.text.split(',')[0]?.trim() ?? '');
        await after(accepted.length);
      }
    }
  }

  test('articles that an organizer sends become threads, with every word of theirs', async () => {
    const articles = seedArticles();
    expect(articles).toHaveLength(2);
    const organizer = world.visitor((await world.member('Oriane', { role: 'organizer' })).cookie);
    for (const [at, article] of articles.entries()) {
      const answer = await organizer.post('/category/articles/threads', { ...article, key: `key-of-article-${at}` });
      expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/me\/submissions\//)]);
      world.clock.advance(1);
    }
    expect(await acceptAll()).toEqual(['Oriane', 'Oriane']);
    const rows = (await world.visitor().get('/category/articles'))
      .html()
      .querySelectorAll('[data-thread] a[href^="/thread/"]');
    for (const { title, text } of articles) {
      const row = rows.find((link) => words(link.text).join(' ') === words(title).join(' '));
      const page = (await world.visitor().get(row?.getAttribute('href') ?? '')).html();
      for (const host of page.querySelectorAll('#post-1 .host')) host.remove();
      expect(words(page.querySelector('h1')?.text ?? '')).toEqual(words(title));
      expect(words(page.querySelector('#post-1 .text')?.structuredText ?? '')).toEqual(words(text));
    }
    addresses = articles.map(
      ({ title }) =>
        rows.find((link) => words(link.text).join(' ') === words(title).join(' '))?.getAttribute('href') ?? '',
    );
  });

  test('what is empty, too short or too long comes back, and says why', async () => {
    const unfit = texts.filter((each) => !fits(each));
    expect(unfit.map(({ name }) => name)).toEqual(['vide', 'espaces']);
    for (const { name, text } of [
      ...unfit,
      { name: 'une-lettre', text: 'x' },
      { name: 'trop-long', text: 'mot '.repeat(5_000) + 'x' },
    ]) {
      const answer = await send(name, text);
      expect([name, answer.status]).toEqual([name, 422]);
      const field = answer.html().querySelector('.field:has(textarea[name="text"])');
      expect(field?.querySelector('textarea')?.text.trim()).toBe(text.trim());
      expect(field?.querySelector('.why')?.text).toMatch(/de\s2\sà\s20\s000\scaractères/);
    }
    expect((await moderator.get('/desk')).html().querySelector('[data-submission]')).toBeNull();
  });

  test('each other text, once accepted, comes to whoever has the thread open: in order, none lost, none twice', async () => {
    const sent = texts.filter(fits);
    open = await browser.page(addresses[0] ?? '', { live: true });
    await open.evaluate(() => document.body.setAttribute('data-same-page', ''));
    for (const { name, text } of sent) {
      const answer = await send(name, text);
      expect([name, answer.status, answer.location?.startsWith('/follow/')]).toEqual([name, 303, true]);
      world.clock.advance(1);
    }
    const accepted = await acceptAll(async (count) => {
      if (count % 10 === 0 || count === sent.length) await readOn(count + 1);
    });
    expect(accepted).toEqual(sent.map(({ name }) => name));
    expect(await authors(open)).toEqual(['Oriane', ...accepted]);
    expect(await open.locator('body[data-same-page]').count()).toBe(1);
    expect(await open.locator('[data-fresh]').isVisible()).toBe(false);
  }, 40_000);

  test('who has no scripts finds the same on the pages, to the letter', async () => {
    const page = await browser.page(addresses[0] ?? '', { scripts: false });
    const pages = [await page.locator('ol.posts').innerHTML()];
    const next = page.locator('nav a[rel="next"]').first();
    while ((await next.count()) > 0) {
      await next.click();
      pages.push(await page.locator('ol.posts').innerHTML());
    }
    expect(pages).toHaveLength(Math.ceil((texts.filter(fits).length + 1) / PAGE));
    expect(pages.join('')).toBe(await open.locator('ol.posts').innerHTML());
  });

  function send(name: string, text: string): ReturnType<Browsing['post']> {
    const thread = /^\/thread\/\d+/.exec(addresses[0] ?? '')?.[0];
    return world.visitor().post(`${thread}/replies`, { text, name, email: '', key: `key-of-${name}`.padEnd(12, '-') });
  }

  /** Presses the bar of new messages whenever it stands there, until post `number` can be read. */
  async function readOn(number: number): Promise<void> {
    const bar = open.locator('[data-fresh] a');
    const last = open.locator(`#post-${number}`);
    while (!(await last.isVisible())) {
      await bar.or(last).filter({ visible: true }).first().waitFor();
      if (await bar.isVisible()) await bar.click();
    }
  }
});

/** Letters and figures alone: typography and markup may come between them, and nothing else may. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function authors(page: Page): Promise<string[]> {
  return page
    .locator('article.post .who')
    .evaluateAll((names) => names.map((name) => (name as HTMLElement).innerText.trim()));
}
