import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_REGISTRATIONS } from '../../../src/notices/workshops/telling-registrations.js';
import { ERASE_REGISTRATIONS } from '../../../src/registrations/erasure.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';
import { type Manner, TestBrowser } from '../kit/open-page.js';

const NOW = new Date('2026-11-22T14:00:00Z');
/** Of the date as it was moved, on the clock of the place. */
const DAY = '2026-11-26';
const BEGINS = Date.parse('2026-11-26T13:00:00Z');
const HOUR = 3_600_000;
const SECRET = '3, quai des Secrets';

let world: World;
let browser: TestBrowser;
let nadia: Person;
let olga: Person;
let mila: Person;

beforeAll(async () => {
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'rendez-vous' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}'`);
  nadia = await world.member('Nadia', { role: 'moderator' });
  olga = await world.member('Olga', { role: 'organizer' });
  mila = await world.member('Mila');
}, 60_000);
afterEach(async () => expect(await browser.tidy()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function round({ name }: { name: string }): Promise<void> {
  const turn = { now: world.clock.now(), stopping: new AbortController().signal };
  await world.app.get(Jobs, { strict: false }).all.get(name)?.work({}, turn);
}

async function told(): Promise<void> {
  await round(TELL_REGISTRATIONS);
  world.clock.advance(31_000);
  await round(TELL_REGISTRATIONS);
}

/** What somebody does who has windows of one manner. */
class Hands {
  constructor(private readonly manner: Manner) {}

  async open(path: string, who: Person | null = null): Promise<Page> {
    const page = await browser.page(path, { ...this.manner, ...(who !== null && { cookie: who.cookie }) });
    return this.fits(page);
  }

  async fits(page: Page): Promise<Page> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThan(1);
    return page;
  }

  async press(page: Page, selector: string, leadsTo: string): Promise<Page> {
    await page.locator(selector).first().click();
    await page.waitForURL(leadsTo);
    return this.fits(page);
  }

  async propose(title: string): Promise<void> {
    const page = await this.open('/category/rendez-vous/workshops/new');
    const form = page.locator('form[data-writing]');
    const fields = { title, text: 'Par deux, un trottoir chacun.', town: '57534', address: SECRET, seats: '2' };
    for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
    await form.locator('[name="start"]').first().fill('2026-11-25T14:00');
    await form.locator('[name="end"]').first().fill('2026-11-25T17:00');
    await form.locator('[name="reveal"]').selectOption('registered');
    await form.locator('[name="count"]').selectOption('number');
    await form.locator('button[value="preview"]').click();
    await page.locator('form[data-sending] button[type="submit"]').click();
    await page.waitForURL('**/follow/*');
  }

  /** The secret is read at the desk, and nowhere else. @returns the id of the thread */
  async accept(title: string): Promise<number> {
    const page = await this.open('/desk', nadia);
    const card = page.locator('article.card').filter({ hasText: title });
    expect(await card.textContent()).toContain(SECRET);
    await card.locator('button[value="accept"]').first().click();
    let thread = 0;
    await until(async () => {
      const [row] = await world.reader.query<{ id: number }>('select id from thread where title = $1', [title]);
      expect(row).toEqual({ id: expect.any(Number) });
      thread = row?.id ?? 0;
    });
    return thread;
  }

  async register(thread: number, name: string, who: Person | null = null): Promise<Page> {
    const page = await this.open(`/thread/${thread}`, who);
    expect(await page.textContent('main')).not.toContain(SECRET);
    const form = page.locator('#register form');
    await form.locator('[name="name"]').fill(name);
    if (who !== null) {
      await form.locator('[name="mine"][type="checkbox"]').check();
      await form.locator('[name="remind"][value="day"]').check();
    }
    await form.locator('button[value="yes"]').click();
    await page.locator('h1').filter({ hasText: 'Vérifiez' }).waitFor();
    await this.fits(page);
    return this.press(page, 'form:has([name="key"]) button[type="submit"]', '**/registration/*');
  }
}

const words = async (page: Page): Promise<string> => ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');
const noticed = async (hands: Hands): Promise<string | null> =>
  (await hands.open('/me/notices', mila)).textContent('main');

test.each<[string, Manner]>([
  ['with scripts', {}],
  ['without JavaScript on a phone', { scripts: false, viewport: { width: 360, height: 740 } }],
])(
  'the whole life of a workshop, %s',
  async (how, manner) => {
    world.clock.set(NOW);
    const hands = new Hands(manner);
    const title = `Qui nous regarde ${how}`;
    await hands.propose(title);
    const thread = await hands.accept(title);
    await hands.press(await hands.open(`/thread/${thread}`, olga), 'button[value="take"]', '**/workshop/hosts*');

    const amina = await hands.register(thread, 'Amina');
    const badr = await hands.register(thread, 'Badr');
    const third = await hands.register(thread, 'Mila', mila);
    for (const page of [amina, badr]) expect(await words(page)).toContain(SECRET);
    expect(await words(third)).toContain('Vous êtes sur la liste d’attente');
    expect(await words(third)).not.toContain(SECRET);
    // Somebody has written the twelve letters on paper.
    const follow = await hands.open('/follow');
    await follow.locator('main [name="code"]').fill(await badr.locator('main [name="code"]').inputValue());
    await hands.press(follow, 'main form:has([name="code"]) button[type="submit"]', '**/registration/*');
    expect(follow.url()).toBe(badr.url());

    await hands.press(amina, 'form[action$="/cancellation"] button', '**/registration/*');
    expect(await words(amina)).toContain('Votre inscription est annulée');
    await third.reload();
    expect(await words(third)).toContain('Votre place est prise');
    await told();
    expect(await noticed(hands)).toContain('elle est à vous');

    const hosts = await hands.open(`/thread/${thread}/workshop/hosts`, olga);
    await hosts.locator('summary').filter({ hasText: 'Déplacer' }).click();
    const moving = hosts.locator('form:has(button[value="move"])');
    await moving.locator('[name="start"]').fill(`${DAY}T14:00`);
    await moving.locator('[name="end"]').fill(`${DAY}T17:00`);
    await hands.press(hosts, 'button[value="move"]', '**/workshop/hosts?act=*');
    await third.reload();
    expect(await words(third)).toContain('26 novembre 2026');
    world.clock.advance(HOUR);
    await told();
    expect(await noticed(hands)).toContain('La date de l’atelier a changé');
    world.clock.set(new Date(BEGINS - 24 * HOUR));
    await told();
    expect(await noticed(hands)).toContain('commence dans moins d’un jour');

    world.clock.set(new Date(BEGINS));
    const door = await hands.open(`/thread/${thread}/workshop/team`, olga);
    await door.locator('[name="code"]').fill((await badr.locator('.code').textContent()) ?? '');
    await hands.press(door, 'button[value="arrive"]', '**/workshop/team?*');
    expect(await door.locator('[role="status"]').textContent()).toContain('Badr');
    await door.locator('[data-registration]').filter({ hasText: 'Mila' }).locator('button[value="arrive"]').click();
    await door.locator('.gist').filter({ hasText: '2 sur 2' }).waitFor();

    const report = await world.reply(thread, 'Nous étions deux, et voici la carte.');
    const naming = await hands.open(`/thread/${thread}/workshop/hosts`, olga);
    await naming.locator('[name="number"]').fill(String(report));
    await hands.press(naming, 'form[action$="/report"] button', '**/workshop/hosts?act=*');
    world.clock.set(new Date(BEGINS + 4 * HOUR));
    const after = await hands.open(`/thread/${thread}`);
    expect(await after.locator('[data-outcome]').textContent()).toContain('voici la carte');

    world.clock.set(new Date(BEGINS + 8 * 24 * HOUR));
    await round(ERASE_REGISTRATIONS);
    for (const page of [badr, third])
      expect((await world.visitor().get(new URL(page.url()).pathname)).status).toBe(404);
    expect(
      await world.writer.query('select registered, came from private.date_tally where thread_id = $1', [thread]),
    ).toEqual([{ registered: 2, came: 2 }]);
  },
  120_000,
);
