import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../browser/chromium.js';
import { watchFetched } from '../browser/watch-fetched.js';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';

const REST = 1_500;

/** What a browser that has never been here fetches for a thread page, as it comes over the wire with its headers. */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  const thread = await forum.thread('ateliers', 'une caméra, un message');
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    const fetched = await watchFetched(page);
    await page.goto(forum.url + thread, { waitUntil: 'load' });
    await page.waitForTimeout(REST);
    const total = fetched.reduce((sum, { bytes }) => sum + bytes, 0);
    say(`a cold thread page: ${short(total / 1024, 'kB')}`);
    const types = [...new Set(fetched.map(({ type }) => type))].map((type) => {
      const bytes = fetched.filter((one) => one.type === type).reduce((sum, one) => sum + one.bytes, 0);
      return `${type} ${short(bytes / 1024)}`;
    });
    return [
      { what: `cold thread page (${types.join(', ')})`, ours: short(total / 1024, 'kB'), aim: '40 kB' },
      { what: 'same, requests', ours: short(fetched.length), aim: '8' },
    ];
  } finally {
    await browser.close();
  }
}
