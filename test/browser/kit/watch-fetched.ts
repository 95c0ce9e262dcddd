import type { Page } from 'playwright-core';

export interface Fetched {
  /** As the browser names it: document, stylesheet, script, fetch, websocket … */
  type: string;
  /** Over the wire, with headers. */
  bytes: number;
}

/** Fills the list that it answers with whatever the page fetches from now on. */
export async function watchFetched(page: Page): Promise<Fetched[]> {
  const fetched: Fetched[] = [];
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
