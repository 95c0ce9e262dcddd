import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWorld, type World } from '../../world.js';
import { faults } from '../kit/faults.js';
import { TestBrowser } from '../kit/open-page.js';

let world: World;
let browser: TestBrowser;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'ateliers', hold: 'nobody' });
  thread = await world.workshop({ category: 'ateliers', title: 'Une marche' });
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function write(text: string, more: Record<string, string> = {}): Promise<void> {
  sent += 1;
  world.clock.advance(20_000);
  const answer = await world
    .visitor()
    .post(`/thread/${thread}/replies`, { text, key: `a-key-to-ask-${sent}`, ...more });
  expect(answer.status).toBe(303);
}

/** The numbers of the questions, in the order of the page. */
const asked = (page: Page) =>
  page.locator('li[data-question]').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.question));

test('questions and answers appear on their open page, and whoever was at a link stays at it', async () => {
  const page = await browser.page(`/thread/${thread}/une-marche?view=questions`, { live: true });
  await page.locator('.lede', { hasText: 'Personne n’a encore posé' }).waitFor();
  await write('On se retrouve où ?', { sort: 'question' });
  await page.locator('[data-question="2"]', { hasText: 'On se retrouve où' }).waitFor();
  await page.locator('.lede', { hasText: 'Celles qui attendent' }).waitFor();
  const link = page.locator('[data-question="2"] .acts a');
  await link.focus();
  await write('Et s’il pleut ?', { sort: 'question' });
  await page.locator('[data-question="3"]').waitFor();
  await write('Devant la mairie.', { replyTo: '2' });
  await page.locator('[data-question="2"] [data-answer="4"]', { hasText: 'Devant la mairie' }).waitFor();
  expect(await asked(page)).toEqual(['3', '2']);
  expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
});

test('they have nothing that axe finds, and fit the window', async () => {
  await write(`Qui vient avec ${'untrèslongmot'.repeat(12)} ?`, { sort: 'question' });
  const page = await browser.page(`/thread/${thread}/une-marche?view=questions`);
  expect(await asked(page)).toContain('5');
  expect(await faults(page)).toEqual([]);
});
