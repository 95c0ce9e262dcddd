import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { target: unknown[] }[];
}
interface Axe {
  run(options: { runOnly?: string[]; resultTypes: string[] }): Promise<{ violations: Violation[] }>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Only colours change at night; without motion, so that none is looked at half way. */
const WINDOWS = [
  { name: 'on a phone by day', viewport: { width: 360, height: 800 }, colorScheme: 'light' as const, only: undefined },
  {
    name: 'on a wide screen by night',
    viewport: { width: 1280, height: 900 },
    colorScheme: 'dark' as const,
    only: ['color-contrast'],
  },
];
/** Windows in which each document brings axe along: half a megabyte that is sent to them once. */
const prepared = new WeakSet<Page>();

async function bringAxe(page: Page): Promise<void> {
  if (!prepared.has(page)) await page.addInitScript(axe);
  prepared.add(page);
  // The document that is there was loaded before the window was prepared.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
}

/** What axe finds wrong with a page, on a phone and at night, and by how much it is too wide. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  await bringAxe(page);
  for (const { name, viewport, colorScheme, only } of WINDOWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wider > 0) found.push(`${name}: ${wider} px too wide`);
    const { violations } = await page.evaluate(
      (runOnly) => (window as unknown as { axe: Axe }).axe.run({ runOnly, resultTypes: ['violations'] }),
      only,
    );
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    );
  }
  return found;
}
