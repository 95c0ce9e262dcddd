import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Page } from 'playwright-core';
import { Layout } from '../../../client/kit/layout.js';
import { makeUi } from '../../../client/kit/make-ui.js';
import { TownField } from '../../../client/kit/town-field.js';
import { CurrentSite } from '../../../src/site/current-site.js';
import type { Town } from '../../../src/towns/town.js';
import { Towns } from '../../../src/towns/towns.js';
import { Assets } from '../../../src/web/kit/assets.js';
import { openWorld, type World } from '../../world.js';
import { TestBrowser } from '../kit/open-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 360, height: 740 };

let world: World;
let browser: TestBrowser;
beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A form with the field, as a page of the forum would have it: its frame, its files, its policy. */
async function formWith(choice: readonly Town[] = [], scripts = true): Promise<Page> {
  const site = await world.app.get(CurrentSite, { strict: false }).get();
  const assets = world.app.get(Assets, { strict: false }).addresses;
  const ui = makeUi({ site, language: 'fr', now: world.clock.now(), path: '/form', assets });
  const errors = choice.length > 0 ? { fields: { town: 'town-several' } } : null;
  const form = h(
    'form',
    { class: 'form', action: '/about', method: 'get' },
    h(TownField, { ui, errors, choice }),
    h('p', { class: 'acts' }, h('button', { class: 'b do' }, 'OK')),
  );
  const body = `<!doctype html>${renderToString(h(Layout, { ui, title: 'Forme', children: h('div', { class: 'column' }, h('h1', null, 'Forme'), form) }))}`;
  const headers = {
    'content-security-policy': (await world.visitor().get('/about')).headers.get('content-security-policy') ?? '',
  };
  const context = await browser.person({ viewport: PHONE, scripts });
  await context.route('**/form', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers }));
  const page = await context.newPage();
  await page.goto('/form');
  return page;
}

const announced = (page: Page) => page.locator('[data-announce]').innerText();
const options = (page: Page) => page.getByRole('option');

async function faults(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
  );
  return [...violations.map(({ id }) => id), ...(wider > 0 ? [`${wider} px too wide`] : [])];
}

describe('a field for a town', () => {
  test('proposes towns while one types, says how many, and takes the one that the keys choose', async () => {
    const page = await formWith();
    const field = page.getByRole('combobox', { name: 'Commune' });
    await field.pressSequentially('saint den');
    await options(page).nth(9).waitFor();
    expect(await announced(page)).toBe('10 communes proposées, flèche vers le bas pour choisir');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await faults(page)).toEqual([]);
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('option', { selected: true }).count()).toBe(1);
    await field.press('Enter');
    expect(await field.inputValue()).toBe('Saint-Denis (974)');
    expect(await options(page).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe('/form');
    await Promise.all([page.waitForURL('**/about?town=*'), field.press('Enter')]);
    expect(new URL(page.url()).searchParams.get('town')).toBe('Saint-Denis (974)');
  });

  test('takes the one that is touched, and closes without taking any by Escape or when it is left', async () => {
    const page = await formWith();
    const field = page.getByRole('combobox');
    await field.pressSequentially('peltr');
    await options(page).first().waitFor();
    expect(await announced(page)).toBe('1 commune proposée, flèche vers le bas pour la choisir');
    await field.press('Escape');
    expect([await options(page).count(), await field.inputValue()]).toEqual([0, 'peltr']);
    await field.pressSequentially('e');
    await options(page).first().waitFor();
    await field.press('Tab');
    expect([await options(page).count(), await field.inputValue()]).toEqual([0, 'peltre']);
    await field.fill('57245');
    await options(page).filter({ hasText: 'Peltre' }).click();
    expect(await field.inputValue()).toBe('Peltre (57)');
    expect(await field.evaluate((element) => document.activeElement === element)).toBe(true);
  });

  test('says that nothing is proposed, and asks nothing for one letter', async () => {
    const page = await formWith();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).search));
    await page.getByRole('combobox').pressSequentially('z');
    await page.getByRole('combobox').pressSequentially('zz');
    await page.waitForFunction(
      () => document.querySelector('[data-announce]')?.textContent === 'aucune commune proposée',
    );
    expect(asked.filter((query) => query.startsWith('?q='))).not.toContain('?q=z');
  });

  test('is a plain line without scripts, and a choice is a group of radio buttons that fits a phone', async () => {
    const plain = await formWith([], false);
    expect(await plain.locator('#f-town').getAttribute('role')).toBeNull();
    const found = await world.app.get(Towns, { strict: false }).find('sainte colombe');
    const page = await formWith(found.found === 'several' ? found.towns : []);
    expect(await page.getByRole('radio').count()).toBeGreaterThan(10);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('radio', { name: /Gironde/ }).check();
    await Promise.all([page.waitForURL('**/about?town=*'), page.getByRole('button', { name: 'OK' }).click()]);
    expect(
      await world.app.get(Towns, { strict: false }).find(new URL(page.url()).searchParams.get('town') ?? ''),
    ).toMatchObject({
      found: 'one',
      town: { name: 'Sainte-Colombe', department: '33' },
    });
  });
});
