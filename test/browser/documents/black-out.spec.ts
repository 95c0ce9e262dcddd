import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { pdfOf } from '../../files/made-pdf.js';
import { openWorld, type Person, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 180_000;
const SLOW = { timeout: 60_000 };
const PHONE = { width: 360, height: 760 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: { resultTypes: string[] }): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

let world: World;
let browser: TestBrowser;
let moderator: Person;
let ada: Person;
beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.db.owner.query(`update category set documents = 'everyone'`);
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
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

/**
 * A thread that somebody begins, with a file, up to the slip of the file, which a script brings by itself; then the tab
 * that its slip opens.
 */
async function begun(page: Page, lines: string[], scripts = true): Promise<Page> {
  await page.fill('[name=title]', 'La réponse de la mairie');
  await page.fill('[name=text]', 'Un nom est à couvrir.');
  await page.setInputFiles('input[type=file]', [
    { name: 'reponse.pdf', mimeType: 'application/pdf', buffer: pdfOf(lines) },
  ]);
  if (!scripts) await page.click('button[value=preview]', SLOW);
  const way = page.locator('[data-upload] a[href^="/uploads/"]');
  await way.waitFor(SLOW);
  const [tab] = await Promise.all([page.context().waitForEvent('page'), way.click()]);
  await tab.waitForSelector('form[data-black-out]');
  return tab;
}

/** A finger that goes over a page from one of its corners towards the other. */
async function drag(page: Page, over: Locator): Promise<void> {
  await over.scrollIntoViewIfNeeded();
  const box = await over.boundingBox();
  if (box === null) throw new Error('no page is drawn');
  const finger = await page.context().newCDPSession(page);
  const at = (part: number) => [{ x: box.x + box.width * part, y: box.y + box.height * part }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.1) });
  for (const part of [0.3, 0.5, 0.7])
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

const lastWords = async (): Promise<string> => {
  const [row] = await world.writer.query<{ words: string }>(
    `select string_agg(w.words, ' ' order by w.page) as words from desk.submission s
       join desk.file_page w on w.file_id = (s.documents->0->>'id')::uuid
     where s.id = (select id from desk.submission order by written_at desc limit 1)`,
  );
  return row?.words ?? '';
};
async function send(page: Page): Promise<void> {
  world.clock.advance(60_000);
  await page.bringToFront();
  const previewed = page.locator('form[data-sending] button[type=submit]');
  await ((await previewed.count()) > 0 ? previewed : page.locator('form[data-writing] [data-send]')).click(SLOW);
  await page.waitForURL(/\/(follow|thread|me)\//, SLOW);
}

describe('an author who blacks out a file before sending it', () => {
  it(
    'does it without script: words are looked for and ticked in a tab of its own, and the form waits as it is',
    async () => {
      const page = await browser.page('/category/rue/threads/new', { scripts: false, viewport: PHONE });
      const tab = await begun(page, ['Suivi par M. Fictif', 'les riverains'], false);
      await tab.fill('[name=words]', 'fictif');
      await tab.click('button[value=look]', SLOW);
      await tab.locator('input[name=tick]').waitFor(SLOW);
      expect(await tab.locator('#page-1 rect').count()).toBe(1);
      await tab.click('button[value=blackout]', SLOW);
      await tab.locator('[role=status]').waitFor(SLOW);
      expect(await page.inputValue('[name=text]')).toBe('Un nom est à couvrir.');
      await send(page);
      expect(await lastWords()).toContain('█████');
      expect(await lastWords()).not.toContain('Fictif');
    },
    LONG,
  );

  it(
    'draws with a finger on a phone once it says so, and scrolls until then',
    async () => {
      const page = await browser.page('/category/rue/threads/new', { viewport: PHONE, touch: true });
      const tab = await begun(page, ['Un nom dessous', 'les riverains']);
      await tab.setViewportSize(PHONE);
      expect([await found(tab), await wide(tab)]).toEqual([[], false]);
      const finger = tab.locator('[data-finger]');
      await finger.waitFor();
      const first = tab.locator('[data-covering="1"]');
      await first.scrollIntoViewIfNeeded();
      await first.locator('img').evaluate((img: HTMLImageElement) => img.decode());
      const areas = tab.locator('textarea[name=areas]');
      await drag(tab, first);
      expect(await areas.inputValue()).toBe('');
      await finger.click();
      expect(await finger.getAttribute('aria-pressed')).toBe('true');
      await drag(tab, first);
      expect(await areas.inputValue()).toMatch(/^1 (9\d|10\d) (9\d|10\d) (59\d|60\d) (59\d|60\d)$/);
      expect(await first.locator('rect').count()).toBe(1);
      await tab.locator('[data-last]').click();
      expect([await areas.inputValue(), await first.locator('rect').count()]).toEqual(['', 0]);
      // The field draws too: whoever cannot point types.
      await areas.fill('1 0 300 999 300');
      expect(await first.locator('rect').getAttribute('height')).toBe('300');
      await tab.click('button[value=look]', SLOW);
      await tab.locator('button[value=blackout]').waitFor(SLOW);
      expect([await found(tab), await wide(tab)]).toEqual([[], false]);
      await tab.click('button[value=blackout]', SLOW);
      await tab.locator('[role=status]').waitFor(SLOW);
      await send(page);
      expect(await lastWords()).not.toContain('nom dessous');
    },
    LONG,
  );

  it(
    'and changes it on its page while it waits, as a member',
    async () => {
      const page = await browser.page('/category/rue/threads/new', { cookie: ada.cookie, viewport: PHONE });
      const tab = await begun(page, ['Une page']);
      await tab.close();
      await send(page);
      const [row] = await world.writer.query<{ id: string; document: string }>(
        `select id, documents->0->>'id' as document from desk.submission order by written_at desc limit 1`,
      );
      const place = `/me/submissions/${row?.id ?? ''}`;
      const own = await browser.page(`${place}/documents/${row?.document ?? ''}`, {
        cookie: ada.cookie,
        viewport: PHONE,
      });
      expect([await found(own), await wide(own)]).toEqual([[], false]);
      await own.fill('[name=title]', 'Le plan');
      await own.click('button[value=title]');
      await own.waitForURL(`**${place}`);
      expect(await own.locator('li[data-document] b').first().textContent()).toBe('Le plan');
    },
    LONG,
  );
});

describe('the team that blacks out what everybody reads', () => {
  it(
    'sees what it will be before, says why, and takes it back in the log',
    async () => {
      const fields = { title: 'Le courrier', text: 'Le voici.', key: 'team-black-out-key', action: 'send' };
      world.clock.advance(60_000);
      const answer = await world
        .visitor(moderator.cookie)
        .send('/category/rue/threads', fields, [{ name: 'x.pdf', bytes: pdfOf(['Vu par Mme Fictive']) }]);
      expect(answer.status).toBe(303);
      const [waits] = await world.writer.query<{ id: string; status: string; version: number }>(
        'select id, status, version from desk.submission order by written_at desc limit 1',
      );
      if (waits?.status === 'waiting')
        await world
          .visitor(moderator.cookie)
          .post(`/desk/submissions/${waits.id}/decision`, { decision: 'accept', version: '1' });
      const [standing] = await world.reader.query<{ id: string }>(
        'select id from document order by published_at desc limit 1',
      );
      const page = await browser.page(`/document/${standing?.id ?? ''}/document`, { cookie: moderator.cookie });
      expect(await page.textContent('.page-words')).toContain('Fictive');
      await page.click('a[href$="/blackout"]');
      await page.fill('[name=words]', 'fictive');
      await page.click('button[value=look]', SLOW);
      await page.locator('input[name=tick]').waitFor(SLOW);
      expect(await found(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await wide(page)).toBe(false);
      await page.fill('[name=remark]', 'Une personne privée.');
      await page.click('button[value=blackout]', SLOW);
      await page.waitForURL('**/document', SLOW);
      expect(await page.textContent('.page-words')).toContain('█████');
      await page.goto('/desk/log');
      await page.locator('form[action$="/undo"] button').first().click();
      await page.waitForURL(/done=/);
      await page.goto(`/document/${standing?.id ?? ''}/document`);
      expect(await page.textContent('.page-words')).toContain('Fictive');
    },
    LONG,
  );
});
