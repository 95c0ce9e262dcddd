import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../browser/kit/chromium.js';
import { watchFetched } from '../browser/kit/watch-fetched.js';
import type { Ground } from './bench.js';
import { documentPackages } from './document-packages.js';
import { type Row, short } from './table.js';

/** After nothing more has come for half a second, in ms. */
const USUAL = { rest: 1_500 };
export const SHORT: typeof USUAL = { rest: 0 };
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Cold {
  what: string;
  path: string;
  cookie?: string;
  aim: string;
}

export async function run(ground: Ground, { rest } = USUAL): Promise<Row[]> {
  const { forum } = ground;
  // A desk that is drawn while the work of a new forum goes on is behind when it joins, and asks for what changed.
  await forum.calm();
  const thread = await forum.thread('ateliers', 'une caméra, un message');
  const pages = await weighed(
    ground,
    [
      { what: 'cold desk', path: '/desk', cookie: await forum.logIn('moderator'), aim: '50 kB' },
      { what: 'cold home', path: '/', aim: '30 kB' },
      { what: 'cold thread', path: thread, aim: '30 kB' },
      { what: 'cold article with its section', path: '/demo/article', aim: '30 kB' },
    ],
    rest,
  );
  return [...pages, documentPackages(ROOT)];
}

/** What a browser that has never been here fetches for a page, as it comes over the wire with its headers. */
export async function weighed({ forum, say }: Ground, pages: readonly Cold[], rest = USUAL.rest): Promise<Row[]> {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const rows: Row[] = [];
    for (const { what, path, cookie, aim } of pages) {
      const fetched = await fetchedBy(browser, forum.url, path, cookie, rest);
      const total = fetched.reduce((sum, { bytes }) => sum + bytes, 0);
      const types = [...new Set(fetched.map(({ type }) => type))].map((type) => {
        const bytes = fetched.filter((one) => one.type === type).reduce((sum, one) => sum + one.bytes, 0);
        return `${type} ${short(bytes / 1024)}`;
      });
      say(`${what}: ${short(total / 1024, 'kB')} in ${fetched.length} requests`);
      rows.push({
        what: `${what}, ${fetched.length} requests`,
        ours: short(total / 1024, 'kB'),
        aim,
        besides: types.join(', '),
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

export async function fetchedBy(
  browser: Browser,
  url: string,
  path: string,
  cookie: string | undefined,
  rest = USUAL.rest,
): Promise<{ type: string; bytes: number }[]> {
  const context = await browser.newContext({ baseURL: url });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie !== undefined) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const fetched = await watchFetched(page);
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
  await page.waitForTimeout(rest);
  await context.close();
  return fetched;
}
