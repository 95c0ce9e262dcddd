import { expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { until } from '../../until.js';
import type { World } from '../../world.js';
import { chromiumLaunchOptions } from './chromium.js';

export interface Manner {
  /** As a Cookie header. */
  cookie?: string;
  scripts?: boolean;
  viewport?: { width: number; height: number };
  /** A screen that fingers touch. */
  touch?: boolean;
}

/** A real browser on a world, which writes down whatever its pages complain about. */
export class TestBrowser {
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly world: World,
  ) {}

  static async open(world: World): Promise<TestBrowser> {
    return new TestBrowser(await chromium.launch(await chromiumLaunchOptions()), world);
  }

  /** Somebody's own browser window. */
  async person({
    cookie,
    scripts = true,
    viewport = { width: 900, height: 700 },
    touch = false,
  }: Manner = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      javaScriptEnabled: scripts,
      viewport,
      hasTouch: touch,
      baseURL: this.world.url,
    });
    this.contexts.push(context);
    // Well before Jest's own, so that a failure names the step that waited in vain.
    context.setDefaultTimeout(20_000);
    if (cookie !== undefined) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: this.world.url, httpOnly: true, sameSite: 'Lax' }]);
    }
    context.on('page', (page) => this.listen(page));
    return context;
  }

  /** Opens a page, and with `live` waits until it is in its rooms and knows whether it has missed anything. */
  async page(path: string, { live = false, ...manner }: Manner & { live?: boolean } = {}): Promise<Page> {
    const page = await (await this.person(manner)).newPage();
    const entered = entries(page);
    await page.goto(path);
    if (live) await entered();
    return page;
  }

  /** Between two tests: every window is closed, nothing was complained about. */
  async tidy(): Promise<string[]> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    return this.complaints.splice(0);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private listen(page: Page): void {
    page.on('pageerror', (problem) => this.complaints.push(`error: ${problem.message}`));
    page.on('console', (message) => {
      // A page that is left while its socket is still being opened.
      if (message.text().endsWith('WebSocket is closed before the connection is established.')) return;
      if (message.type() === 'error' || message.type() === 'warning')
        this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    const own = new URL(this.world.url).host;
    page.on('request', (request) => {
      if (new URL(request.url()).host !== own) this.complaints.push(`foreign request: ${request.url()}`);
    });
  }
}

/**
 * Listens from now on. @returns what waits until the page, which is there by then, is in all rooms that it asks for: a
 * list of threads has one each
 */
export function entries(page: Page): () => Promise<void> {
  let entered = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (/^43\d*\[\{"ok":true/.test(String(payload))) entered += 1;
    }),
  );
  return async () => {
    const lists = await page.locator('[data-live-category]').count();
    await until(async () => expect(entered).toBeGreaterThanOrEqual(Math.max(1, lists)), 20_000);
  };
}
