import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { photo } from '../../files/made-pictures.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';
import { type Manner, TestBrowser } from '../kit/open-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/**
 * For each part of the life, and not for all of it: every file that is sent starts a process of its own, which a busy
 * machine lets wait. The parts follow each other, and each goes on where the one before it ended.
 */
const LONG = 120_000;
const DAY = 86_400_000;

let world: World;
let browser: TestBrowser;
let moderator: Person;
let member: Person;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'dossiers', name: 'Dossiers' });
  await world.db.owner.query(
    `update category set takes = '{thread,case}', documents = 'everyone', history = true where slug = 'dossiers'`,
  );
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

const day = (ago: number): string => new Date(world.clock.now().getTime() - ago * DAY).toISOString().slice(0, 10);

/** What is wrong with a page as it is drawn: whether it is too wide, and what axe finds where scripts run. */
async function wrong(page: Page, scripts: boolean): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (!scripts) return wider > 0 ? [`${wider} px too wide`] : [];
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
  );
  return [...violations.map(({ id }) => id), ...(wider > 0 ? [`${wider} px too wide`] : [])];
}

/** Fills a form, looks at its preview and sends that. */
async function send(page: Page, path: string, fields: Record<string, string>, file?: Buffer): Promise<void> {
  await page.goto(path);
  const form = page.locator('form.writing');
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`).first();
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  if (file !== undefined)
    await form.locator('input[type="file"]').setInputFiles({ name: 'mât.jpg', mimeType: 'image/jpeg', buffer: file });
  await form.locator('button[value="preview"]').click();
  await page.locator('form[data-sending]').waitFor();
  world.clock.advance(1000);
  await page.locator('form[data-sending] button[type="submit"]').click();
  await page.waitForURL(
    (url) => url.pathname !== new URL(path, world.url).pathname && !url.pathname.endsWith('/edits'),
  );
}

async function waiting(): Promise<{ id: string; kind: string } | undefined> {
  const [row] = await world.writer.query<{ id: string; kind: string }>(
    `select id, kind from desk.submission where status = 'waiting' order by written_at desc limit 1`,
  );
  return row;
}

describe.each([
  ['with scripts', {}],
  ['on a phone without any', { scripts: false, viewport: { width: 360, height: 740 } }],
] as [string, Manner][])('the life of a case, %s', (name, manner) => {
  let thread = 0;
  const scripts = manner.scripts !== false;
  const window = (who: Person | null) =>
    browser.page('/', { ...manner, ...(who === null ? {} : { cookie: who.cookie }) });
  const at = () => `/thread/${thread}`;
  const steps = () => `${at()}/case/steps/new?kind=`;
  const title = `Peltre, un mât neuf, ${name}`;

  beforeAll(async () => {
    moderator = await world.member(`Mo ${name.slice(0, 8)}`, { role: 'moderator' });
    member = await world.member(`Ada ${name.slice(0, 8)}`);
  });

  async function accepted(kind: string): Promise<void> {
    const one = await waiting();
    expect(one?.kind).toBe(kind);
    // A file is looked at by a process apart before it can be accepted.
    await until(async () => {
      const open = await world.writer.query(`select 1 from desk.file where state = 'unchecked'`);
      expect(open).toEqual([]);
    }, 60_000);
    const page = await window(moderator);
    await page.goto(`/desk/submissions/${one?.id}`);
    await page.locator('button[name="decision"][value="accept"]').first().click();
    await until(async () => expect((await waiting())?.id).not.toBe(one?.id));
    await page.context().close();
  }

  async function seen(): Promise<Page> {
    const page = await window(null);
    await page.goto(at());
    return page;
  }

  test(
    'begins with a photo in the street',
    async () => {
      const guest = await window(null);
      await send(
        guest,
        '/category/dossiers/cases/new',
        { title, text: 'Il est apparu mardi.', town: '57534', status: 'reported' },
        await photo('un mât'),
      );
      expect(new URL(guest.url()).pathname).toMatch(/^\/follow\//);
      await accepted('case');
      const [row] = await world.writer.query<{ thread: number }>('select max(thread_id) as thread from local_case');
      thread = row?.thread ?? 0;
      const opened = await seen();
      expect(await opened.locator('h1').innerText()).toContain('Peltre');
      expect(await opened.locator('#post-1 [data-document], #post-1 a[href^="/document/"]').count()).toBeGreaterThan(
        0,
      );
      expect(await wrong(opened, scripts)).toEqual([]);
    },
    LONG,
  );

  test(
    'asks the town for what it has, and silence passes',
    async () => {
      const ada = await window(member);
      await send(ada, `${steps()}request`, { dated: day(33), text: 'La liste des caméras.', status: 'requested' });
      await accepted('step');
      await send(ada, `${steps()}receipt`, { dated: day(29), text: 'Accusé de réception.' });
      await accepted('step');
      const running = await seen();
      expect(await running.locator('[data-rule="1"]').first().getAttribute('class')).toBe('running');
      // Silence passes.
      world.clock.advance(4 * DAY);
      const silent = await seen();
      expect(await silent.locator('[data-rule="1"]').first().getAttribute('class')).toBe('passed');
      expect(await silent.locator('[data-rule="2"]').first().getAttribute('class')).toBe('running');
      expect(await wrong(silent, scripts)).toEqual([]);
    },
    LONG,
  );

  test(
    'has a letter to the commission, which prints without the page around it',
    async () => {
      const silent = await window(null);
      await silent.goto(`${at()}/case/letters/cada?request=2`);
      await silent.emulateMedia({ media: 'print' });
      expect(await silent.locator('.letter').isVisible()).toBe(true);
      expect(await silent.locator('.masthead').isVisible()).toBe(false);
      await silent.emulateMedia({ media: 'screen' });
      expect(await wrong(silent, scripts)).toEqual([]);
    },
    LONG,
  );

  test(
    'goes to the commission, which gives it a number',
    async () => {
      const ada = await window(member);
      await send(ada, `${steps()}cada`, { dated: day(2), text: 'Saisie par courriel.' });
      await accepted('step');
      await send(ada, `${steps()}cada-number`, { dated: day(1), text: 'Enregistrée.' });
      await accepted('step');
    },
    LONG,
  );

  test(
    'is told anew by a member and by a guest, who are both named',
    async () => {
      const ada = await window(member);
      const guest = await window(null);
      await send(ada, `${at()}/posts/1/edits/new`, {
        text: 'Un mât de six mètres, place du lavoir.',
        status: 'documented',
      });
      await accepted('edit');
      await send(guest, `${at()}/posts/1/edits/new`, { text: 'Un mât, et depuis hier une caméra.', name: 'Lou' });
      await accepted('edit');
      const summary = await seen();
      expect(await summary.locator('#post-1 .text').innerText()).toContain('depuis hier une caméra');
      expect(await summary.locator('#post-1 [data-proposed]').innerText()).toContain('Lou');
      await summary.goto(`${at()}/posts/1/history`);
      expect(await summary.locator('[data-proposed]').count()).toBe(2);
      expect(await wrong(summary, scripts)).toEqual([]);
    },
    LONG,
  );

  test(
    'ends with documents, and with what a court says',
    async () => {
      const ada = await window(member);
      await send(ada, `${steps()}documents`, { dated: day(0), text: '' }, await photo('la liste'));
      await accepted('step');
      const map = await window(null);
      await map.goto('/map/57');
      expect(await map.locator('[data-map-list]').innerText()).toContain(title);
      await send(ada, `${steps()}court`, { dated: day(0), text: 'Pour le reste.', status: 'in-court' });
      await accepted('step');
      await send(ada, `${steps()}judgement`, { dated: day(0), outcome: 'won', text: 'Tout est dû.', status: 'won' });
      await accepted('step');
      const won = await seen();
      expect(await won.locator('[data-case]').first().getAttribute('data-status')).toBe('won');
      expect(
        await won
          .locator('[data-steps] [data-kind]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-kind'))),
      ).toEqual(['request', 'receipt', 'cada', 'cada-number', 'documents', 'court', 'judgement']);
      expect(await wrong(won, scripts)).toEqual([]);
      await won.goto('/cases?status=won');
      expect(await won.locator('ol.rows').innerText()).toContain(title);
    },
    LONG,
  );

  test(
    'is drawn well on a phone with scripts, where axe can look',
    async () => {
      const phone = await browser.page(at(), { viewport: { width: 360, height: 740 } });
      for (const path of [
        at(),
        `${at()}/case/steps/new?kind=request`,
        `${at()}/posts/1/history`,
        '/cases',
        '/town/57534',
      ]) {
        await phone.goto(path);
        expect([path, await wrong(phone, true)]).toEqual([path, []]);
      }
    },
    LONG,
  );
});
