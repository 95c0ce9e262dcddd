import { chromium, type Browser, type Page } from 'playwright-core';
import { anchorNotes } from '../../src/markup/anchor-notes.js';
import { render } from '../../src/markup/render.js';
import { chromiumLaunchOptions } from '../browser/kit/chromium.js';
import { CONTEXTS } from './contexts.js';
import { payloads, samples, withCorpora } from './shared.js';
import { findings, setTrap } from './trap.js';

const ADDRESS = 'http://palabre.test/';
const contexts = Object.entries(CONTEXTS);
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(await chromiumLaunchOptions());
}, 60_000);

afterAll(async () => {
  await browser.close();
});

/** Opens the articles as one page without any policy and answers what it did that it must not. */
async function open(articles: { id: string; html: string }[]): Promise<string[]> {
  const page: Page = await browser.newPage();
  const requests: string[] = [];
  const drawn = articles.map(({ id, html }) => `<article data-id="${id}">${html}</article>`).join('\n');
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS && requests.length === 0 && route.request().isNavigationRequest()) {
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><title>t</title><body>${drawn}`,
      });
    }
    requests.push(`requested: ${url}`);
    return route.abort();
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.addInitScript(setTrap);
  await page.goto(ADDRESS);
  const found = await page.evaluate(findings);
  await page.close();
  return [...found, ...requests];
}

describe('the trap', () => {
  test('catches what runs, what is asked for and what may not be there', async () => {
    const found = await open([
      { id: 'raw', html: '<img src=x onerror=alert(1)><a href="javascript:alert(2)" onclick="x">y</a>' },
    ]);
    expect(found.join('\n')).toMatch(/tag <img/);
    expect(found.join('\n')).toMatch(/address javascript:/);
    expect(found.join('\n')).toMatch(/attribute onclick/);
    expect(found.join('\n')).toMatch(/requested: .*\/x/);
    expect(found.join('\n')).toMatch(/executed: alert/);
  });
});

withCorpora('a hostile text does nothing in a browser without a policy', () => {
  const hostile = payloads();

  test('and there are some', () => {
    expect(hostile.length).toBeGreaterThan(1000);
  });

  test.each(contexts)('in %s', async (_name, put) => {
    const articles = hostile.map(({ id, payload }) => ({ id, html: anchorNotes(render(put(payload), 'fr'), 'p1-') }));
    expect(await open(articles)).toEqual([]);
  });

  test('nor do harmless texts that are full of signs', async () => {
    const articles = samples().map(({ id, payload }) => ({ id, html: anchorNotes(render(payload, 'fr'), 'p1-') }));
    expect(await open(articles)).toEqual([]);
  });

  test('and two renderings of it are the same', () => {
    const changing = hostile.filter(({ payload }) => render(payload, 'fr') !== render(payload, 'fr'));
    expect(changing).toEqual([]);
  });
});
