import './runtime.mjs';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build, root, use } from './build.mjs';

/**
 * `npm run pictures -- ADDRESS NAME PASSWORD`: takes the pictures of the README, of docs/desk.md and of
 * docs/searching.md from a running demonstration. A guest has its newest thread open while another answers and the
 * moderator, whose name and password the demonstration printed, accepts. With the fonts of this machine, for the
 * browser of the tests brings one only.
 */
const [address, name, password] = process.argv.slice(2);
if (password === undefined) {
  console.error('Which demonstration? npm run pictures -- http://localhost:3000 NAME PASSWORD (of its moderator)');
  process.exit(1);
}
const ANSWER = 'Le lampadaire du numéro 9 a le même boîtier. Je peux passer le photographier samedi.';
const built = await build();
use(built);
const [{ chromium }, { chromiumLaunchOptions }] = await Promise.all([
  import('playwright-core'),
  import(`../${built}/test/browser/kit/chromium.js`),
]);
const options = await chromiumLaunchOptions();
const browser = await chromium.launch({
  ...options,
  // Draws letters without colour fringes: half the bytes, and right for every screen.
  args: [...options.args, '--disable-lcd-text'],
  env: { ...options.env, FONTCONFIG_FILE: undefined, FONTCONFIG_PATH: '/etc/fonts' },
});
const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });

const wide = { width: 1280, height: 760 };
const phone = { width: 360, height: 720 };
const readers = [
  { called: 'thread', page: await open(wide) },
  { called: 'thread-phone', page: await open(phone) },
];
for (const { page } of readers) {
  const joined = page.waitForResponse((answer) => answer.url().includes('/posts?after='));
  await openNewest(page);
  await joined;
}
for (const [called, viewport, path] of [
  ['search', { ...wide, height: 900 }, '/search?q=caméra+-drone'],
  ['search-phone', phone, '/search?q=caméra+-drone'],
]) {
  const finder = await open(viewport);
  await finder.goto(path);
  await picture(finder, called);
}
const reader = await open(wide);
await openNewest(reader);
await reader.locator('a[href*="view=reading"]').first().click();
await reader.locator('.spoken-all').waitFor();
await picture(reader, 'reading');

const writer = await open(wide);
await openNewest(writer);
await writer.fill('[data-writing] textarea', ANSWER);
await writer.fill('[name="name"]', 'Un voisin');
await writer.click('[data-send]');
await writer.waitForURL('**/follow/*');

const moderator = await open(wide);
await moderator.goto('/login');
await moderator.fill('[name="name"]', name);
await moderator.fill('[name="password"]', password);
await moderator.click('main form button');
await moderator.goto('/desk');
await moderator.setViewportSize({ ...wide, height: 580 });
await picture(moderator, 'desk');
await moderator.setViewportSize(phone);
await picture(moderator, 'desk-phone');
const numbers = await open({ ...wide, height: 1_000 });
await numbers.goto('/transparency');
await picture(numbers, 'statistics');
await numbers.setViewportSize(phone);
await numbers
  .locator('.statistic')
  .first()
  .evaluate((section) => section.scrollIntoView());
await picture(numbers, 'statistics-phone');
await moderator.setViewportSize(wide);
for (const [called, path, text, open] of [
  ['refusing', '/desk?kind=reply', 'Appelez-le tous', '[data-key="r"]'],
  ['diff', '/desk?kind=edit', 'Ils installent', '.both summary'],
  ['report', '/desk?kind=report', 'Je travaille dans un service voisin', null],
  ['appeal', '/desk?kind=appeal', 'Je retire', null],
]) {
  await moderator.goto(path);
  const card = moderator
    .locator('article[data-submission]')
    .filter({ has: moderator.locator('.said', { hasText: text }) });
  await take(card);
  if (open !== null) await card.locator(open).click();
  await picture(card, called);
}
await moderator.goto('/desk?q=repeinte');
await moderator.locator('article[data-submission] .about a').last().click();
await moderator.locator('a[href$="/history"]').first().click();
await picture(moderator.locator('main'), 'history');
await moderator.goto('/desk/log');
await picture(moderator, 'log');
await moderator.goto('/desk?author=Un+voisin');
const answer = moderator
  .locator('[data-submission]')
  .filter({ has: moderator.locator('.said', { hasText: ANSWER }) })
  .last();
await take(answer);
await answer.locator('button[value="accept"]').first().click();
for (const { called, page } of readers) {
  await page.locator('[data-fresh]').filter({ visible: true }).waitFor();
  await picture(page, called);
}
await browser.close();

function open(viewport) {
  return browser.newPage({ baseURL: address, viewport, colorScheme: 'light' });
}

/** In hand, with its forms. */
async function take(card) {
  await card.locator('.said').click();
  await card.and(moderator.locator(':not([data-folded])')).waitFor();
}

async function openNewest(page) {
  await page.goto('/recent');
  await page.locator('[data-thread] h3 a').first().click();
  await page.locator('article.post').first().waitFor();
}

/** A picture of the visible part of a page, or of a whole element. */
async function picture(what, called) {
  const path = join(folder, `${called}.png`);
  await what.screenshot({ path });
  console.log(`docs/pictures/${called}.png, ${Math.round(statSync(path).size / 1000)} kB`);
}
