import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';

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

/** As the page of the walk sees it. */
interface Looked {
  /** The paths of pages that it leads to. */
  links: string[];
  wide: string[];
}

/**
 * Follows the links of a forum from page to page, one of each kind, and lays each out in every width and both fonts.
 * All are laid out in one frame of one document, so that fonts and style sheets are read once, and whose width is
 * changed and measured at once: a window that changes its own draws itself and asks three processes about it.
 */
export async function walkWidths(browser: Browser, { url, cookie, start }: Walk): Promise<Walked> {
  const context = await browser.newContext({ baseURL: url });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie !== null) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  // What the forum's own scripts do to a page would outlive it here.
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/');
  await page.evaluate(openFrame, await fontFiles());
  const kinds = new Set<string>();
  const wide: string[] = [];
  const paths = new Set(start);
  for (const path of paths) {
    if (kinds.has(kindOf(path))) continue;
    kinds.add(kindOf(path));
    const looked = await page.evaluate(look, { path, fonts: Object.keys(FONTS), widths: WIDTHS });
    wide.push(...looked.wide.map((what) => `${path} ${what}`));
    for (const link of looked.links) paths.add(link);
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
 * In the page: a frame alone, with the fonts, as bytes, for no address may be fetched that is not the forum's own. What
 * is hidden has the same place as what is seen, and is not painted, which would cost more than all that is asked here.
 */
async function openFrame(fonts: Font[]): Promise<void> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><title>page</title>';
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; border: 0; height: 800px; visibility: hidden';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.replaceChildren(frame);
  await loaded;
  const here = frame.contentDocument;
  if (here === null) throw new Error('the frame is empty');
  for (const { family, weight, base64 } of fonts) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    here.fonts.add(await new FontFace(family, bytes.buffer, { weight: String(weight) }).load());
  }
}

/** In the page: the frame becomes the page at that path, and is looked at in each font and width. */
async function look({ path, fonts, widths }: { path: string; fonts: string[]; widths: number[] }): Promise<Looked> {
  const answer = await fetch(path);
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) return { links: [], wide: [] };
  const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const frame = document.querySelector('iframe');
  const here = frame?.contentDocument;
  const view = frame?.contentWindow;
  if (!frame || !here || !view) throw new Error('there is no frame');
  const sheet = 'link[rel="stylesheet"]';
  const hrefOf = (link: Element): string => link.getAttribute('href') ?? '';
  const known = new Set([...here.querySelectorAll(sheet)].map(hrefOf));
  const wanted = new Set([...there.querySelectorAll(sheet)].map(hrefOf));
  for (const link of here.querySelectorAll<HTMLLinkElement>(sheet)) link.disabled = !wanted.has(hrefOf(link));
  await Promise.all(
    [...wanted]
      .filter((href) => !known.has(href))
      .map((href) => {
        const link = Object.assign(here.createElement('link'), { rel: 'stylesheet', href });
        here.head.append(link);
        return new Promise((resolve, reject) => {
          link.addEventListener('load', resolve);
          link.addEventListener('error', reject);
        });
      }),
  );
  const root = here.documentElement;
  root.lang = there.documentElement.lang;
  here.body.replaceWith(here.adoptNode(there.body));
  // What is folded has a width as soon as somebody opens it.
  for (const fold of here.querySelectorAll('details')) fold.open = true;
  const links = [...here.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')];
  const wide: string[] = [];
  // One font after the other, and each in all widths: letters are measured anew only where the font changes.
  for (const font of fonts) {
    for (const voice of ['--serif', '--sans', '--mono']) root.style.setProperty(voice, font, 'important');
    for (const width of widths) {
      frame.style.width = `${width}px`;
      if (view.innerWidth !== width) throw new Error(`the frame is ${view.innerWidth} px wide instead of ${width}`);
      const over = root.scrollWidth - width;
      if (over <= 0) continue;
      const out = [...here.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
      const inner = out.filter((one) => !out.some((each) => each !== one && one.contains(each)));
      const names = inner
        .slice(0, 3)
        .map((one) => `${one.parentElement?.className} > ${one.tagName}.${one.className}`);
      wide.push(`is ${over} px wider than ${width} px in the font ${font}: ${names.join(', ')}`);
    }
  }
  return { links: [...new Set(links.map(({ pathname, search }) => pathname + search))], wide };
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
