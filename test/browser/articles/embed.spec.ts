import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { spipCases } from '../../corpora/shared.js';
import { hostSite, signed } from '../../host-site.js';
import { seedArticles } from '../../seed-articles.js';
import { withShared } from '../../shared-folder.js';
import { openWorld, type Person, type World } from '../../world.js';
import { chromiumLaunchOptions } from '../kit/chromium.js';
import { freePort, HostPages } from './host-pages.js';

let world: World;
let host: HostPages;
let browser: Browser;
let moderator: Person;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const port = await freePort();
  world = await openWorld({ config: { publicUrl: `http://127.0.0.1:${port}` } });
  await world.stop();
  await world.start(port);
  host = await HostPages.open();
  await hostSite(world.db.owner, {
    slug: 'feuille',
    name: 'La Feuille',
    category: await world.category({ slug: 'feuille' }),
    origins: [host.origin],
    licence: 'CC BY-SA',
  });
  moderator = await world.member('Nadia', { role: 'moderator' });
  browser = await chromium.launch(await chromiumLaunchOptions());
}, 60_000);
afterEach(async () => void (await Promise.all(contexts.splice(0).map((context) => context.close()))));
afterAll(async () => {
  await browser.close();
  await host.close();
  await world.close();
});

/** A page elsewhere with the element, under a policy that allows nothing but what docs/embed names. */
function articlePage(identifier: string, { extra = '', body = '', foot = '', csp = true } = {}): string {
  const { title, url, signature } = signed('feuille', identifier);
  const words = `article-title="${title}" article-url="${url}" signature="${signature}"`;
  const policy = `default-src 'none'; script-src ${world.url}; connect-src ${world.url} ${world.url.replace('http', 'ws')}; style-src 'self'`;
  return host.put(`/${identifier}`, () => ({
    html: `<!doctype html><html lang="fr"><title>${title}</title>${extra}<h1>${title}</h1>${body}
      <palabre-comments site="feuille" article="${identifier}" ${words}><a href="${world.url}/articles/feuille/${identifier}">Répondre à cet article</a></palabre-comments>
      <script type="module" src="${world.url}/embed/comments.js"></script>${foot}</html>`,
    headers: (csp ? { 'content-security-policy': policy } : {}) as Record<string, string>,
  }));
}

async function open(
  address: string,
  { scripts = true, cookie }: { scripts?: boolean; cookie?: string } = {},
): Promise<{ page: Page; complaints: string[]; asked: { url: string; cookie: string | undefined }[] }> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 900, height: 1200 } });
  contexts.push(context);
  context.setDefaultTimeout(8000);
  if (cookie !== undefined)
    await context.addCookies([
      {
        name: 'palabre',
        value: cookie.split('=')[1] ?? '',
        url: world.url,
        httpOnly: true,
        sameSite: 'None',
        secure: true,
      },
    ]);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: { url: string; cookie: string | undefined }[] = [];
  page.on('pageerror', (problem) => complaints.push(problem.message));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on(
    'request',
    (request) =>
      void request.allHeaders().then(
        (headers) => asked.push({ url: request.url(), cookie: headers['cookie'] }),
        () => undefined,
      ),
  );
  await page.goto(address);
  return { page, complaints, asked };
}

/** What docs/embed/element tells pages to say of the element until its script runs. */
const [, holding = ''] = /```css\n(.*?)```/s.exec(readFileSync('docs/embed/element/README.md', 'utf8')) ?? [];

/** How much of the screen has moved by itself so far, and how far (web.dev/articles/cls): 0 for nothing. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shifts = (entries: PerformanceEntry[]) =>
          entries.reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0);
        new PerformanceObserver((list) => resolve(shifts(list.getEntries()))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        // Buffered entries come with the next frames; of none nothing is told.
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))));
      }),
  );
}

async function acceptAll(): Promise<number> {
  const desk = world.visitor(moderator.cookie);
  const cards = (await desk.get('/desk')).html().querySelectorAll('article[data-submission]');
  for (const card of cards) {
    const own = (await desk.get(`/desk/submissions/${card.getAttribute('data-submission')}`)).html();
    const form = own.querySelector('form:has(button[value="accept"])');
    const version = form?.querySelector('input[name="version"]')?.getAttribute('value') ?? '';
    expect((await desk.post(form?.getAttribute('action') ?? '', { decision: 'accept', version })).status).toBe(303);
    world.clock.advance(1000);
  }
  return cards.length;
}

describe('the element, on a page of another site under a strict policy', () => {
  test('shows an empty section, previews and sends, and shows the comment as soon as it is accepted', async () => {
    const { page, complaints, asked } = await open(articlePage('live'), { cookie: moderator.cookie });
    await page.getByText('Personne n’a encore commenté').waitFor();
    const text = page.locator('textarea[name="text"]');
    await text.fill('Le bruit de la *perceuse*, depuis mardi.');
    await page.locator('input[name="name"]').first().fill('Une riveraine');
    await page.getByRole('button', { name: 'Prévisualiser' }).click();
    await page.locator('.as-seen em', { hasText: 'perceuse' }).waitFor();
    await page.getByRole('button', { name: 'Envoyer' }).first().click();
    await page.getByText('Votre commentaire a bien été enregistré').waitFor();
    const follow = await page.getByRole('link', { name: 'Ouvrir la page de suivi' }).getAttribute('href');
    expect(follow).toMatch(new RegExp(`^${world.url}/follow/`));
    expect(await page.locator('.code').innerText()).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/i);
    expect(await page.locator('article.post').count()).toBe(0);
    expect(await acceptAll()).toBe(1);
    await page.locator('ol.posts .text em', { hasText: 'perceuse' }).waitFor();
    expect(await page.locator('.who', { hasText: 'Une riveraine' }).count()).toBe(1);
    // The box is there for more, and answers in place.
    await page.getByRole('link', { name: 'Répondre à ce message' }).click();
    await page.getByText('Vous répondez au message nº 1.').waitFor();
    await page.locator('textarea[name="text"]').fill('Chez nous aussi.');
    await page.getByRole('button', { name: 'Prévisualiser' }).click();
    await page.locator('.as-seen', { hasText: 'Chez nous aussi.' }).waitFor();
    await page.getByRole('button', { name: 'Envoyer' }).first().click();
    await page.getByText('Votre commentaire a bien été enregistré').waitFor();
    expect(await acceptAll()).toBe(1);
    await page.locator('article.answer', { hasText: 'Chez nous aussi.' }).waitFor();
    // Its own style sheet got through the policy, and the page's fonts came along.
    const leaf = page.locator('ol.posts .leaf').first();
    expect(await leaf.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
    expect(complaints).toEqual([]);
    const ours = asked.filter(
      ({ url }) => url.startsWith(world.url) || url.startsWith(world.url.replace('http', 'ws')),
    );
    expect(ours.length).toBeGreaterThan(4);
    expect(ours.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
  });

  test('is one script of at most 8 kB on the wire, which pages of any site may load', async () => {
    const answer = await fetch(`${world.url}/embed/comments.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(
      ['cross-origin-resource-policy', 'access-control-allow-origin', 'set-cookie'].map((name) =>
        answer.headers.get(name),
      ),
    ).toEqual(['cross-origin', '*', null]);
    const script = await answer.text();
    expect(gzipSync(script).length).toBeLessThan(8 * 1024);
    // What it would import at once would come on top.
    expect(script).not.toMatch(/import\s*(\{|[\w$]+\s+from|['"])/);
  });

  test('leaves what is being written alone when something new appears, and gives it back after a reload', async () => {
    await world.comment(signed('feuille', 'writing'), 'Un premier message.');
    const { page } = await open(articlePage('writing'));
    await page.locator('ol.posts article').waitFor();
    const text = page.locator('textarea[name="text"]');
    await text.fill('Je réfléchis enc');
    await text.focus();
    await world.comment(signed('feuille', 'writing'), 'Un deuxième, arrivé pendant ce temps.');
    await page.getByText('Un deuxième, arrivé').waitFor();
    expect(await text.inputValue()).toBe('Je réfléchis enc');
    await page.keyboard.type('ore.');
    expect(await text.inputValue()).toBe('Je réfléchis encore.');
    await page.reload();
    await page.getByText('Un deuxième, arrivé').waitFor();
    expect(await text.inputValue()).toBe('Je réfléchis encore.');
  });

  test('moves nothing that is on the screen when the section comes, be it above the fold or below the whole article', async () => {
    const section = signed('feuille', 'still');
    for (const text of ['Un premier message.', 'Un deuxième.', 'Un troisième.']) await world.comment(section, text);
    const foot = '<footer style="block-size: 8rem">Le journal</footer>';
    const extra = `<style>${holding}</style>`;
    for (const body of ['', '<p style="block-size: 3000px">Un long article.</p>']) {
      const { page } = await open(articlePage('still', { extra, body, foot, csp: false }));
      await page.locator('ol.posts article').nth(2).waitFor();
      await page.locator('textarea[name="text"]').scrollIntoViewIfNeeded();
      expect([body, await shiftOf(page)]).toEqual([body, 0]);
    }
  });

  test('stands, with what is being written, when the forum refuses it later', async () => {
    await world.comment(signed('feuille', 'refused'), 'Un premier message.');
    const { page } = await open(articlePage('refused'));
    const text = page.locator('textarea[name="text"]');
    await text.fill('Je suis au milieu d’une phrase');
    let refused = 0;
    await page.route('**/articles/feuille/refused/comments.html**', async (route) => {
      refused += 1;
      await route.fulfill({
        status: 429,
        contentType: 'text/html',
        headers: { 'access-control-allow-origin': host.origin },
        body: '<section class="palabre-comments"><p>Trop de demandes.</p></section>',
      });
    });
    await world.comment(signed('feuille', 'refused'), 'Un deuxième.');
    for (let waited = 0; refused === 0 && waited < 8000; waited += 50) await page.waitForTimeout(50);
    expect(refused).toBeGreaterThan(0);
    await page.waitForTimeout(300);
    expect(await text.inputValue()).toBe('Je suis au milieu d’une phrase');
    expect(await page.locator('ol.posts article').count()).toBe(1);
  });

  test('says what is wrong in the place of the box, and keeps the text', async () => {
    const { page } = await open(articlePage('wrong'));
    const text = page.locator('textarea[name="text"]');
    await text.fill('x');
    await page.getByRole('button', { name: 'Prévisualiser' }).click();
    await page.locator('.why', { hasText: 'caractères' }).waitFor();
    expect(await text.inputValue()).toBe('x');
  });

  test('shows its plain link where the page’s origin is not one of the site’s, and in a frame without an origin', async () => {
    const address = articlePage('hostile', { csp: false });
    const { page, asked } = await open(address.replace(host.origin, host.otherOrigin), { cookie: moderator.cookie });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('palabre-comments a').isVisible()).toBe(true);
    expect(await page.locator('article.post, textarea').count()).toBe(0);
    expect(asked.some(({ url }) => url.includes('socket.io'))).toBe(false);
    const framing = host.put('/framing', () => ({
      html: `<iframe sandbox="allow-scripts" src="${address}"></iframe>`,
    }));
    const framed = await open(framing, { cookie: moderator.cookie });
    await framed.page.waitForLoadState('networkidle');
    expect(await framed.page.frameLocator('iframe').locator('palabre-comments a').isVisible()).toBe(true);
    expect(await framed.page.frameLocator('iframe').locator('textarea').count()).toBe(0);
  });

  test('asks nobody but the forum, whatever the page has made of its names', async () => {
    const names = ['fetch', 'location', 'importNode', 'createElement', 'customElements', 'sessionStorage'];
    const clobbered = names
      .map((name) => `<img name="${name}" id="${name}" alt=""><form name="${name}"></form>`)
      .join('');
    const { page, asked } = await open(
      articlePage('clobbered', { body: `${clobbered}<base href="https://evil.example/">`, csp: false }),
    );
    await page.waitForLoadState('networkidle');
    const hosts = new Set(asked.map(({ url }) => new URL(url).host));
    expect(
      [...hosts].filter((each) => each !== new URL(world.url).host && each !== new URL(host.origin).host),
    ).toEqual([]);
    const shown = await page.locator('textarea[name="text"]').count();
    expect(shown === 1 || (await page.locator('palabre-comments a').isVisible())).toBe(true);
  });
});

describe('without scripts', () => {
  async function including(identifier: string, headers: Record<string, string> = {}): Promise<string> {
    const { title, url, signature } = signed('feuille', identifier);
    const query = new URLSearchParams({ title, url, signature }).toString();
    return host.put(`/${identifier}`, async () => {
      const fragment = await (
        await fetch(`${world.url}/articles/feuille/${identifier}/comments.html?${query}`)
      ).text();
      return { html: `<!doctype html><html lang="fr"><title>t</title><h1>${title}</h1>${fragment}</html>`, headers };
    });
  }

  test.each([['plain'], ['no-referrer']])(
    'an included section is read and answered by way of the forum’s preview (%s)',
    async (manner) => {
      const identifier = `include-${manner}`;
      await world.comment(signed('feuille', identifier), 'Lu sans aucun script.');
      const address = await including(identifier, manner === 'plain' ? {} : { 'referrer-policy': 'no-referrer' });
      const { page } = await open(address, { scripts: false });
      expect(await page.locator('article.post .text').innerText()).toContain('Lu sans aucun script.');
      await page.locator('textarea[name="text"]').fill('Écrit sans script non plus.');
      await page.getByRole('button', { name: 'Prévisualiser' }).click();
      await page.waitForURL(`${world.url}/articles/feuille/${identifier}/comments`);
      expect(
        (
          await world.db.owner.query(
            `select 1 from desk.submission where source like 'Écrit sans script%' and status = 'waiting'`,
          )
        ).rowCount,
      ).toBe(0);
      await page.locator('form[data-sending] button', { hasText: 'Envoyer' }).click();
      await page.waitForURL(`${world.url}/follow/*`);
      expect(await page.locator('h1').innerText()).toContain('Votre commentaire a bien été enregistré');
      expect(await acceptAll()).toBe(1);
      await page.goto(address);
      expect(await page.locator('article.post').count()).toBe(2);
    },
  );

  test('a link leads to the section’s own page, which leads back to the article and nowhere else', async () => {
    const { thread } = await world.comment(signed('feuille', 'linked'), 'Sur le forum.');
    const address = host.put('/linked', () => ({
      html: `<a href="${world.url}/articles/feuille/linked">Répondre à cet article</a>`,
    }));
    const { page } = await open(address, { scripts: false });
    await page.getByRole('link').click();
    await page.waitForURL(`${world.url}/thread/${thread}/*`);
    expect(
      await page
        .locator(`a[href="${signed('feuille', 'linked').url}"]`)
        .first()
        .isVisible(),
    ).toBe(true);
    expect(await page.locator('textarea[name="text"]').count()).toBe(1);
  });
});

withShared(['seeds', 'corpora'], 'two articles that exist, with texts that exist', () => {
  test('are commented by guests and seen live, as the forum itself shows them', async () => {
    const texts = spipCases()
      .map(({ input }) => input)
      .filter((text) => text.trim().length >= 2 && text.length <= 20_000)
      .slice(0, 36);
    for (const [at, article] of seedArticles().entries()) {
      const identifier = `seed-${at}`;
      const { page, complaints } = await open(
        articlePage(identifier, { body: `<pre>${article.text.replace(/[<&]/g, '')}</pre>` }),
      );
      // Live once it is on the screen, below the whole article.
      await page.locator('textarea[name="text"]').scrollIntoViewIfNeeded();
      const { title, url, signature } = signed('feuille', identifier);
      const mine = texts.filter((_, index) => index % 2 === at);
      for (const [index, text] of mine.entries()) {
        world.clock.advance(20_000);
        const answer = await world
          .visitor()
          .post(
            `/articles/feuille/${identifier}/comments`,
            { text, name: `Lou ${index}`, key: `key-of-${identifier}-${index}`, title, url, signature },
            { accept: 'application/json', origin: host.origin },
          );
        expect([index, answer.status]).toEqual([index, 201]);
      }
      let accepted = 0;
      while (accepted < mine.length) accepted += await acceptAll();
      await page.locator(`#post-${mine.length}`).waitFor();
      await page.waitForFunction(
        (count) =>
          document.querySelector('palabre-comments')?.shadowRoot?.querySelectorAll('article.post').length === count,
        mine.length,
      );
      const shown = await page.locator('article.post .text').evaluateAll((all) => all.map((each) => each.innerHTML));
      const { rows } = await world.db.owner.query<{ html: string }>(
        `select p.html from article a join post p on p.thread_id = a.thread_id where a.identifier = $1
          order by p.number`,
        [identifier],
      );
      expect(shown.length).toBe(rows.length);
      expect(shown.map((html) => html.replace(/<[^>]*>|\s+/g, ''))).toEqual(
        await page.evaluate(
          (all) =>
            all.map((html) => {
              const holder = document.createElement('template');
              holder.innerHTML = html;
              return holder.innerHTML.replace(/<[^>]*>|\s+/g, '');
            }),
          rows.map(({ html }) => html),
        ),
      );
      expect(complaints).toEqual([]);
    }
  }, 120_000);
});
