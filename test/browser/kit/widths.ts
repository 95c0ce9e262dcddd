import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, CDPSession, Page } from 'playwright-core';

const WIDTHS = [320, 360, 768, 1280];
/** One whose letters are narrow and one whose letters are wide: between them lies whatever a reader has. */
const FONTS = { Narrow: 'archivo-narrow', Wide: 'dejavu-sans' };
const WEIGHTS = [400, 700];
const require = createRequire(import.meta.url);

export interface Walk {
  /** Where the forum answers. */
  url: string;
  /** As a Cookie header; null for a guest. */
  cookie: string | null;
  /** Paths that the walk begins at. */
  start: readonly string[];
}

export interface Walked {
  /** What is too wide, with what sticks out. */
  wide: string[];
  /** The kinds of pages that were seen. */
  kinds: string[];
}

/**
 * Follows the links of a forum from page to page, one of each kind, and lays each out in every width and both fonts.
 * All are laid out in one document, so that fonts and style sheets are read once: that is most of what a page costs.
 */
export async function walkWidths(browser: Browser, { url, cookie, start }: Walk): Promise<Walked> {
  const context = await browser.newContext({ baseURL: url });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie !== null) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  // What the forum's own scripts do to a page would outlive it here.
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/');
  await page.evaluate(wear, await fontFiles());
  const layout = await context.newCDPSession(page);
  const kinds = new Set<string>();
  const wide: string[] = [];
  const paths = new Set(start);
  for (const path of paths) {
    if (kinds.has(kindOf(path))) continue;
    kinds.add(kindOf(path));
    const links = await page.evaluate(turnTo, path);
    wide.push(...(await tooWide(page, layout)).map((what) => `${path} ${what}`));
    for (const link of links) paths.add(link);
  }
  await context.close();
  return { wide, kinds: [...kinds].sort() };
}

type Font = { family: string; weight: number; base64: string };

function fontFiles(): Promise<Font[]> {
  return Promise.all(
    Object.entries(FONTS).flatMap(([family, font]) =>
      WEIGHTS.map(async (weight) => {
        const file = require.resolve(`@fontsource/${font}/files/${font}-latin-${weight}-normal.woff2`);
        return { family, weight, base64: (await readFile(file)).toString('base64') };
      }),
    ),
  );
}

/**
 * In the page: the fonts, as bytes, for no address may be fetched that is not the forum's own. What is hidden has the
 * same place as what is seen, and is not painted, which would cost more than all that is asked here.
 */
async function wear(fonts: Font[]): Promise<void> {
  const unseen = new CSSStyleSheet();
  unseen.replaceSync('* { visibility: hidden !important }');
  document.adoptedStyleSheets.push(unseen);
  for (const { family, weight, base64 } of fonts) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    document.fonts.add(await new FontFace(family, bytes.buffer, { weight: String(weight) }).load());
  }
}

/** In the page: becomes the page at that path. @returns the paths of pages that it leads to */
async function turnTo(path: string): Promise<string[]> {
  const answer = await fetch(path);
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) return [];
  const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const sheet = 'link[rel="stylesheet"]';
  const hrefOf = (link: Element): string => link.getAttribute('href') ?? '';
  const here = new Set([...document.querySelectorAll(sheet)].map(hrefOf));
  const wanted = new Set([...there.querySelectorAll(sheet)].map(hrefOf));
  for (const link of document.querySelectorAll<HTMLLinkElement>(sheet)) link.disabled = !wanted.has(hrefOf(link));
  await Promise.all(
    [...wanted]
      .filter((href) => !here.has(href))
      .map((href) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
        document.head.append(link);
        return new Promise((resolve, reject) => {
          link.addEventListener('load', resolve);
          link.addEventListener('error', reject);
        });
      }),
  );
  document.documentElement.lang = there.documentElement.lang;
  document.body.replaceWith(document.adoptNode(there.body));
  // What is folded has a width as soon as somebody opens it.
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')];
  return [...new Set(links.map(({ pathname, search }) => pathname + search))];
}

/** One font after the other, and each in all widths: letters are measured anew only where the font changes. */
async function tooWide(page: Page, layout: CDPSession): Promise<string[]> {
  const found: string[] = [];
  for (const font of Object.keys(FONTS)) {
    await page.evaluate(setIn, font);
    for (const width of WIDTHS) {
      await layout.send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 800,
        deviceScaleFactor: 1,
        mobile: false,
      });
      found.push(...(await page.evaluate(sticking, font)));
    }
  }
  return found;
}

/** In the page: gives all its text this font. */
function setIn(font: string): void {
  const { style } = document.documentElement;
  for (const voice of ['--serif', '--sans', '--mono']) style.setProperty(voice, font, 'important');
}

/** In the page: how much wider than the window it is, and the innermost things that stick out. */
function sticking(font: string): string[] {
  const over = document.documentElement.scrollWidth - window.innerWidth;
  if (over <= 0) return [];
  const out = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > window.innerWidth + 1,
  );
  const inner = out.filter((one) => !out.some((each) => each !== one && one.contains(each)));
  const names = inner.slice(0, 3).map((one) => `${one.parentElement?.className} > ${one.tagName}.${one.className}`);
  return [`is ${over} px wider than ${window.innerWidth} px in the font ${font}: ${names.join(', ')}`];
}

/**
 * Numbers, names and words are what differs between pages of one kind. Of the desk each filter is a kind of its own,
 * but not all that several of them can be together.
 */
export function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid');
  const place = pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\/(category|user|members|follow|article|tag)\/[^/]+/, '/$1/NAME')
    .replace(/\/(thread|town)\/\w+\/[^/]+$/, '/$1/N')
    .replace(/\d+/g, 'N');
  const asked = [...searchParams].map(([name, value]) => (name === 'kind' ? `${name}=${value}` : name));
  if (asked.length === 0) return place;
  return `${place}?${asked.length > 1 ? 'several' : asked[0]}`;
}
