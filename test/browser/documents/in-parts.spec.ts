import { createHash, randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { photo } from '../../files/made-pictures.js';
import { openWorld, type World } from '../../world.js';
import { CutLine } from '../kit/cut-line.js';
import { TestBrowser } from '../kit/open-page.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 180_000;
const PHONE = { width: 360, height: 760 };
const FORM = '/category/rue/threads/new';
const SIZE = 3_000_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    part: string,
    options: { resultTypes: string[] },
  ): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
}

let world: World;
let line: CutLine;
let browser: TestBrowser;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.db.owner.query(`update category set documents = 'everyone'`);
  line = await CutLine.to(world.port);
  line.progress = come;
  browser = await TestBrowser.open(Object.create(world, { url: { value: line.url } }) as World);
  folder = mkdtempSync(join(tmpdir(), 'palabre-in-parts-'));
}, LONG);
afterEach(async () => {
  line.cuts = [];
  line.holdsAt = Infinity;
  // A line that is cut is all that a browser may complain about. It sends the same part once more by itself, which
  // stands elsewhere by then.
  const complaints = (await browser.tidy()).filter((each) => !/ERR_(CONNECTION|EMPTY|NETWORK)|409/.test(each));
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await line.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes of the file that comes, as they lie on the disk: what is cut before that may not have come at all. */
function come(): number {
  const at = join(world.config.filesDir, 'coming');
  return existsSync(at) ? Math.max(0, ...readdirSync(at).map((name) => statSync(join(at, name)).size)) : 0;
}

/** A table of that many bytes, on the disk: a browser knows a file again by its size and its date. */
function table(name: string, bytes = SIZE): { path: string; hash: string } {
  const path = join(folder, name);
  const text = `${randomInt(1_000_000)} mots\n`.padEnd(bytes, 'une rue, un mât\n');
  writeFileSync(path, text);
  return { path, hash: createHash('sha256').update(readFileSync(path)).digest('hex') };
}

async function written(page: Page): Promise<void> {
  await page.fill('[name=title]', 'Un relevé');
  await page.fill('[name=text]', 'Le voici, avec son fichier.');
}
const whole = (page: Page, count = 1): Promise<unknown> =>
  page.waitForFunction((many) => document.querySelectorAll('[data-upload] [data-became=""]').length === many, count, {
    timeout: 90_000,
  });
/** Of the newest submission: hashes of the files that came with it. */
const sent = async (): Promise<string[]> =>
  (
    await world.writer.query<{ hash: string }>(
      `select encode(f.sent_hash, 'hex') as hash from desk.document d join desk.file f using (id)
       where d.submission_id = (select id from desk.submission order by written_at desc, changed_at desc limit 1)`,
    )
  ).map(({ hash }) => hash);
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);
async function left(page: Page): Promise<void> {
  await page.click('[data-send]');
  await page.waitForURL(/\/follow\//, { timeout: 60_000 });
}

describe('with script a file', () => {
  it(
    'goes up as soon as it is chosen, and goes on each time the line is cut',
    async () => {
      world.clock.advance(60_000);
      const { path, hash } = table('releve.csv');
      const page = await browser.page(FORM);
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(`${request.method()} ${new URL(request.url()).pathname}`));
      const stood: number[] = [];
      page.on('response', (answer) => {
        if (answer.request().method() === 'HEAD') stood.push(Number(answer.headers()['upload-offset']));
      });
      await written(page);
      expect(fetched.filter((each) => each.includes('sent-files'))).toEqual([]);
      line.up = 0;
      line.cuts = [0.05, 0.25, 0.45].map((from) => Math.round(SIZE * (from + Math.random() / 5)));
      await page.setInputFiles('input[type=file]', path);
      await whole(page);
      expect(line.broken).toBe(3);
      expect(fetched.filter((each) => each.includes('sent-files'))).toHaveLength(1);
      expect(fetched.filter((each) => each === 'POST /uploads')).toHaveLength(1);
      expect(fetched.filter((each) => each.startsWith('PATCH')).length).toBeGreaterThan(3);
      // It never went back to its beginning.
      expect(stood.length).toBeGreaterThan(0);
      expect(Math.max(...stood)).toBeGreaterThan(0);
      expect(stood).toEqual(stood.toSorted((one, other) => one - other));
      expect(await page.inputValue('input[type=file]')).toBe('');
      expect(await page.locator('[data-upload]').textContent()).toContain('TXT');
      await left(page);
      expect(await sent()).toEqual([hash]);
      expect((await kept(page)).filter((name) => /files|tus/.test(name))).toEqual([]);
    },
    LONG,
  );

  it(
    'goes on after the page was loaded again in the middle, once the same file is chosen',
    async () => {
      world.clock.advance(60_000);
      const { path, hash } = table('long.csv');
      const page = await browser.page(FORM);
      const begun: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/uploads')) begun.push(request.url());
      });
      await written(page);
      line.up = 0;
      line.holdsAt = SIZE / 2;
      await page.setInputFiles('input[type=file]', path);
      await page.waitForFunction(() => Object.keys(sessionStorage).some((name) => name.startsWith('palabre:files:')));
      await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 10);
      line.holdsAt = Infinity;
      await page.reload();
      await page.waitForFunction(() =>
        document.querySelector('[data-far-words]')?.textContent?.includes('est arrivé à'),
      );
      // Nothing in the browser names the file.
      expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain('long.csv');
      line.up = 0;
      await page.setInputFiles('input[type=file]', path);
      await whole(page);
      expect(begun).toHaveLength(1);
      expect(line.up).toBeLessThan(SIZE);
      await page.reload();
      await whole(page);
      await left(page);
      expect(await sent()).toEqual([hash]);
      expect((await kept(page)).filter((name) => /files|tus/.test(name))).toEqual([]);
    },
    LONG,
  );

  it(
    'is waited for by a form that is sent before it has come',
    async () => {
      world.clock.advance(60_000);
      const { path, hash } = table('attendu.csv');
      const page = await browser.page(FORM);
      await written(page);
      line.up = 0;
      line.cuts = [SIZE / 2];
      await page.setInputFiles('input[type=file]', path);
      await page.waitForSelector('progress');
      await left(page);
      expect(await sent()).toEqual([hash]);
    },
    LONG,
  );

  it(
    'is dropped or pasted, said in words where it is not taken, and thrown away by its button',
    async () => {
      const page = await browser.page(FORM, { viewport: PHONE });
      await written(page);
      const bytes = [...(await photo('X'))];
      await page.evaluate((jpeg) => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(jpeg)], 'hall.jpg', { type: 'image/jpeg', lastModified: 1 }));
        carried.items.add(new File([new Uint8Array([80, 75, 5, 6, ...Array<number>(18).fill(0)])], 'vide.zip'));
        const form = document.querySelector('form[data-writing]');
        form?.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
      }, bytes);
      await whole(page);
      await page.waitForSelector('[data-not-taken]', { timeout: 60_000 });
      expect(await page.textContent('[data-not-taken]')).toContain('vide.zip');
      await page.evaluate(() => {
        const carried = new DataTransfer();
        carried.items.add(new File(['une ligne'], 'note.txt', { lastModified: 3 }));
        const field = document.querySelector('textarea[name=text]');
        field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
      });
      await whole(page, 2);
      expect(await page.locator('[data-upload] [data-became]').first().textContent()).toContain('la position');
      expect(await page.locator('[data-upload] select[name=uploadNature]').first().inputValue()).toBe('photo');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: Axe }).axe.run('fieldset.files', { resultTypes: ['violations'] }),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);

      const kinds = (): Promise<string[]> =>
        page
          .locator('[data-upload] [data-nth] + span')
          .evaluateAll((all) => all.map((each) => each.textContent.slice(0, 3)));
      expect(await kinds()).toEqual(['ima', 'TXT']);
      // Each button names its file as it is by now, and what is drawn of it stands beside it.
      const names = (): Promise<string[]> =>
        page
          .locator('[data-upload] button[name=remove]')
          .evaluateAll((all) => all.map((each) => each.textContent.replaceAll(/\s+/g, ' ').slice(0, 36)));
      expect(await names()).toEqual(['Retirer ce fichier Fichier 1 : image', 'Retirer ce fichier Fichier 2 : TXT, ']);
      const picture = page.locator('[data-upload] [data-look] img');
      expect(await picture.count()).toBe(1);
      await picture.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        () => (document.querySelector<HTMLImageElement>('[data-look] img')?.naturalWidth ?? 0) > 0,
      );
      await page.locator('[data-upload]').first().getByRole('button', { name: 'Descendre' }).click();
      expect(await kinds()).toEqual(['TXT', 'ima']);
      expect((await names())[0]).toBe('Retirer ce fichier Fichier 1 : TXT, ');
      // At the end of the list its button is gone: the one that leads back has the focus, and the place is said.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Monter');
      expect(await page.textContent('[data-announce]')).toContain('en place');
      await page.keyboard.press('Enter');
      expect(await kinds()).toEqual(['ima', 'TXT']);
      await page.locator('[data-upload] button[name=remove]').first().click();
      expect(await page.locator('[data-upload] [data-nth]').allTextContents()).toEqual(['Fichier 1']);
      expect(new URL(page.url()).pathname).toBe(FORM);
      // The focus goes to the next slip, and not to the top of the page.
      expect(await page.evaluate(() => document.activeElement?.closest('[data-upload]') !== null)).toBe(true);
    },
    LONG,
  );

  it(
    'that is a page of a letter becomes one document with the others by a tick',
    async () => {
      world.clock.advance(60_000);
      const page = await browser.page(FORM);
      await written(page);
      const pictures = await Promise.all(
        [1, 2].map(async (nth) => ({ name: `${nth}.jpg`, mimeType: 'image/jpeg', buffer: await photo(`P${nth}`) })),
      );
      await page.setInputFiles('input[type=file]', pictures);
      await whole(page, 2);
      for (const tick of await page.getByLabel('Une page d’une seule pièce').all()) await tick.check();
      await page.getByRole('button', { name: 'Réunir les images' }).click();
      await page.waitForFunction(() => document.querySelectorAll('[data-upload]').length === 1, undefined, {
        timeout: 60_000,
      });
      expect(await page.locator('[data-upload]').textContent()).toContain('2\u00a0pages');
      await left(page);
      expect(await sent()).toHaveLength(1);
    },
    LONG,
  );
});

describe('where nobody waits for what becomes of a file', () => {
  let hasty: World;
  let window: TestBrowser;
  beforeAll(async () => {
    hasty = await openWorld({ config: { filePatience: 1 } });
    await hasty.category({ slug: 'rue', name: 'Rue' });
    await hasty.db.owner.query(`update category set documents = 'everyone'`);
    window = await TestBrowser.open(hasty);
  }, LONG);
  afterAll(async () => {
    await window.close();
    await hasty.close();
  });

  it(
    'one that left with its form before the script was there comes once, and its slip says what became of it',
    async () => {
      const { path } = table('avec.csv', 1_000);
      const page = await window.page(FORM);
      await written(page);
      let leave: () => void = () => undefined;
      const left = new Promise<void>((resolve) => (leave = resolve));
      await page.route('**/sent-files-*.js', async (route) => {
        await left;
        await route.continue();
      });
      await page.route(`**${FORM.replace('/new', '')}`, async (route) => {
        leave();
        await route.continue();
      });
      await page.setInputFiles('input[type=file]', path);
      await page.click('button[value=preview]');
      await whole(page);
      expect(await page.locator('[data-upload]').count()).toBe(1);
      expect(await page.locator('progress').count()).toBe(0);
      expect(await hasty.db.owner.query('select 1 from desk.file')).toMatchObject({ rowCount: 1 });
      expect(await window.tidy()).toEqual([]);
    },
    LONG,
  );
});
