import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pdfOf } from '../../files/made-pdf.js';
import { photo } from '../../files/made-pictures.js';
import { openWorld, type Person, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 180_000;
const PHONE = { width: 360, height: 760 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: { resultTypes: string[] }): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

let world: World;
let browser: TestBrowser;
let moderator: Person;
beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.db.owner.query(`update category set documents = 'everyone'`);
  moderator = await world.member('Mo', { role: 'moderator' });
}, LONG);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** What axe finds on this page; its window has scripts. */
async function found(page: Page): Promise<unknown[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}
const wide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
const waiting = async (): Promise<{ id: string; paper: string }> => {
  const [row] = await world.writer.query<{ id: string; paper: string }>(
    `select id, documents->1->>'id' as paper from desk.submission where status = 'waiting'`,
  );
  return row ?? { id: '', paper: '' };
};

describe('a document', () => {
  it(
    'is sent by a guest without script on a phone: a photo and a PDF, with what was removed and a slip for each',
    async () => {
      const page = await browser.page('/category/rue/threads/new', { scripts: false, viewport: PHONE });
      await page.fill('[name=title]', 'La réponse de la mairie');
      await page.fill('[name=text]', 'Avec une photo du hall.');
      await page.setInputFiles('input[type=file]', [
        { name: 'hall.jpg', mimeType: 'image/jpeg', buffer: await photo('X') },
        { name: 'reponse.pdf', mimeType: 'application/pdf', buffer: pdfOf(['Suivi par M. Fictif', 'les riverains']) },
      ]);
      await page.click('button[value=preview]', { timeout: 60_000 });
      await page.waitForSelector('[data-upload]', { timeout: 60_000 });
      expect(await page.locator('[data-upload]').count()).toBe(2);
      expect(await page.textContent('[data-upload]')).toContain('la position');
      await page.locator('[data-upload] [name=uploadTitle]').nth(1).fill('La réponse');
      await page.locator('[data-upload] [name=uploadText]').nth(0).fill('Un hall vert');
      await page.locator('[data-upload] select[name=uploadOrigin]').nth(1).selectOption('authority');
      expect(await wide(page)).toBe(false);
      await page.click('form[data-writing] button[value=preview]', { timeout: 60_000 });
      await page.click('form[data-sending] button[type=submit]', { timeout: 60_000 });
      await page.waitForURL(/\/follow\//, { timeout: 60_000 });
      expect(await page.locator('li[data-document]').count()).toBe(2);
    },
    LONG,
  );

  it(
    'stands on its card with what to do about it, when that comes to hand, too',
    async () => {
      const { id } = await waiting();
      await world.visitor().post('/category/rue/threads', {
        title: 'Un autre sujet',
        text: 'Sans fichier.',
        name: 'Lou',
        key: 'key-of-another-thread-01',
      });
      const [other] = await world.writer.query<{ id: string }>(
        `select id from desk.submission where status = 'waiting' and id <> $1`,
        [id],
      );
      const page = await browser.page(`/desk?hand=${other?.id}`, { cookie: moderator.cookie, live: true });
      const card = page.locator(`article[data-submission="${id}"]`);
      await card.and(page.locator('[data-folded]')).locator('>.q').click();
      await card.and(page.locator(':not([data-folded])')).waitFor();
      expect(await card.locator('li[data-document]').count()).toBe(2);
      expect(await card.locator('[name=without]').count()).toBe(2);
      expect(await card.locator('.tick').count()).toBe(1);
      await world.db.owner.query(`update desk.submission set status = 'spam' where id = $1`, [other?.id]);
    },
    LONG,
  );

  it(
    'is looked at on its card, blacked out by a rectangle that is drawn, and accepted',
    async () => {
      const { id, paper } = await waiting();
      const page = await browser.page(`/desk/submissions/${id}`, { cookie: moderator.cookie });
      expect(await found(page)).toEqual([]);
      await page.click(`a[href="/desk/submissions/${id}/documents/${paper}"]`);
      await page.waitForSelector('form[data-black-out]');
      const first = page.locator('[data-covering="1"]');
      await first.locator('img').evaluate((img: HTMLImageElement) => img.decode());
      await first.scrollIntoViewIfNeeded();
      const box = await first.boundingBox();
      if (box === null) throw new Error('no page is drawn');
      // Until the script that draws has come, nothing is drawn.
      for (let tried = 0; tried < 100 && (await page.inputValue('[name=areas]')) === ''; tried += 1) {
        await page.mouse.move(box.x + 10, box.y + 10);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width - 10, box.y + box.height - 10, { steps: 4 });
        await page.mouse.up();
      }
      expect(await page.inputValue('[name=areas]')).toMatch(/^1 \d+ \d+ 9\d\d 9\d\d$|^1( \d+){4}$/);
      await page.click('button[value=look]');
      await page.waitForSelector('button[value=blackout]');
      expect(await page.locator('#page-1 rect').count()).toBe(1);
      expect(await found(page)).toEqual([]);
      await page.click('button[value=blackout]', { timeout: 60_000 });
      await page.waitForURL(`**/desk/submissions/${id}`, { timeout: 60_000 });
      const accepted = await world
        .visitor(moderator.cookie)
        .post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '2' });
      expect(accepted.status).toBe(303);
    },
    LONG,
  );

  it(
    'is found in the library by a word of its second page, and read there by whoever cannot open it',
    async () => {
      const page = await browser.page('/documents', { viewport: PHONE });
      expect(await found(page)).toEqual([]);
      expect(await wide(page)).toBe(false);
      await page.fill('#documents-q', 'riverain');
      await page.click('.seek.big button');
      await page.waitForURL(/q=/);
      expect(await page.locator('article[data-document]').count()).toBe(1);
      await page.click('article[data-document] h2 a');
      await page.waitForURL(/\?page=2$/);
      expect(await page.textContent('.page-words')).toContain('les riverains');
      expect(await found(page)).toEqual([]);
      expect(await wide(page)).toBe(false);
      await page.click('nav a[rel=prev]');
      await page.waitForURL((url) => url.search === '');
      expect(await page.locator('.page-words').count()).toBeLessThan(2);
      expect((await page.textContent('main')) ?? '').not.toContain('Fictif');
    },
    LONG,
  );

  it(
    'keeps the place of a sheet free in the library until the picture of its first page has come',
    async () => {
      const page = await (await browser.person()).newPage();
      const asked = Promise.withResolvers<void>();
      const given = Promise.withResolvers<void>();
      await page.route('**/small.jpg', async (route) => {
        asked.resolve();
        await given.promise;
        await route.continue();
      });
      await page.goto('/documents', { waitUntil: 'commit' });
      await asked.promise;
      const picture = page.locator('article[data-document]', { hasText: 'PDF' }).locator('.look img');
      const { width, height } = await picture.evaluate(({ clientWidth, clientHeight }) => ({
        width: clientWidth,
        height: clientHeight,
      }));
      expect(width).toBeGreaterThan(50);
      // Of a sheet of A4: only what has another form moves what stands below it.
      expect(Math.abs(height - width * Math.SQRT2)).toBeLessThan(3);
      given.resolve();
      await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
      expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
    },
    LONG,
  );

  it(
    'has a form whose field and slips can be used by whoever does not see them',
    async () => {
      const page = await browser.page('/category/rue/threads/new');
      // What sends files at once does not come: they go with the form then.
      await page.route('**/sent-files-*.js', (route) => route.abort());
      await page.fill('[name=title]', 'Un relevé');
      await page.fill('[name=text]', 'Le voici.');
      await page.setInputFiles('input[type=file]', [
        { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('rue;nombre\na;1\n') },
        { name: 'b.zip', mimeType: 'application/zip', buffer: Buffer.from('504b0506'.padEnd(44, '0'), 'hex') },
      ]);
      await page.click('button[value=preview]', { timeout: 60_000 });
      await page.waitForSelector('[data-refused-files]', { timeout: 60_000 });
      expect(await found(page)).toEqual([]);
      // A script did not come and the form came back: what a browser says of that is all that it says.
      const complaints = await browser.tidy();
      expect(complaints.filter((each) => !/422|ERR_FAILED/.test(each))).toEqual([]);
    },
    LONG,
  );
});
