import { chromium, type Page } from 'playwright-core';
import { chromiumLaunchOptions } from '../browser/chromium.js';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';

const REST = 1_500;

/** What a browser that has never been here fetches for a thread page, as it comes over the wire with its headers. */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  const thread = await forum.thread('ateliers', 'une caméra, un message');
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    const fetched = await watch(page);
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

async function watch(page: Page): Promise<{ type: string; bytes: number }[]> {
  const fetched: { type: string; bytes: number }[] = [];
  const types = new Map<string, string>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (request.url.startsWith('http')) types.set(requestId, type?.toLowerCase() ?? 'other');
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type !== undefined) fetched.push({ type, bytes: encodedDataLength });
  });
  return fetched;
}
