import { Reception } from '../../src/desk/reception.js';
import type { Draft } from '../../src/submissions/draft.js';
import { minutesBefore, Sower } from '../sow.js';
import { until } from '../until.js';
import { openWorld, type Person, type World } from '../world.js';

let world: World;
let sow: Sower;
let amina: Person;
let bruno: Person;
let odile: Person;
let nadia: Person;
let towns: number;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  sow = new Sower(world.db.owner);
  towns = await world.category({ slug: 'villes' });
  await world.category({ slug: 'ailleurs' });
  [amina, bruno] = [await world.member('Amina'), await world.member('Bruno')];
  odile = await world.member('Odile', { role: 'moderator', categories: ['villes'] });
  nadia = await world.member('Nadia', { role: 'moderator', categories: ['ailleurs'] });
});
afterAll(() => world.close());

const page = async (path: string, who: Person | null) => (await world.visitor(who?.cookie).get(path)).html();
const slugOf = (thread: number) => `/thread/${thread}/sujet-${thread}`;
const sending = () => ({ name: '', email: '', key: `key-of-member-${++keys}`, language: 'fr' as const });
const send = (who: Person, draft: Draft) => world.app.get(Reception, { strict: false }).receive(who.visitor, draft, world.clock.now());

describe('unread marks', () => {
  const mark = async (path: string, thread: number, who: Person | null) =>
    (await page(path, who)).querySelector(`[data-thread="${thread}"] .unread`);

  test('count what a member has not read, lead to the first of it, and go when it is read', async () => {
    const thread = await sow.thread(towns, 45, minutesBefore(world.clock.now(), 3));
    await world.visitor(amina.cookie).get(`${slugOf(thread)}?page=2`);
    for (const path of ['/', '/recent', '/category/villes']) {
      const unread = await mark(path, thread, amina);
      expect([unread?.text.trim(), unread?.getAttribute('href')]).toEqual(['5\u00A0non lus', `/thread/${thread}/posts/41`]);
    }
    await world.visitor(amina.cookie).get(slugOf(thread));
    expect((await mark('/recent', thread, amina))?.text.trim()).toBe('5\u00A0non lus');
    await world.visitor(amina.cookie).get(`${slugOf(thread)}?page=3`);
    expect(await mark('/recent', thread, amina)).toBeNull();
    expect((await mark('/recent', thread, bruno))?.getAttribute('href')).toBe(`/thread/${thread}/posts/1`);
    await world.reply(thread, 'Une de plus.', bruno.visitor);
    await until(async () => expect((await mark('/recent', thread, amina))?.text.trim()).toBe('1\u00A0non lu'));
  });

  test('guests have none', async () => {
    expect((await page('/recent', null)).querySelector('.unread')).toBeNull();
  });

  test('are not moved by asking for the headers, nor by a browser that fetches ahead', async () => {
    const thread = await sow.thread(towns, 3, minutesBefore(world.clock.now(), 2));
    await fetch(world.url + slugOf(thread), { method: 'HEAD', headers: { cookie: bruno.cookie } });
    await world.visitor(bruno.cookie).get(slugOf(thread), { 'sec-purpose': 'prefetch' });
    await until(async () => expect((await mark('/recent', thread, bruno))?.text.trim()).toBe('3\u00A0non lus'));
  });
});

describe('a member\'s waiting posts', () => {
  test('stand after the last post of the last page, for their author alone', async () => {
    const thread = await sow.thread(towns, 25, minutesBefore(world.clock.now(), 60));
    const last = `${slugOf(thread)}?page=2`;
    const before = (await world.visitor().get(last)).text;
    await send(amina, { kind: 'reply', thread, text: 'Canari qui attend.', ...sending() });
    const own = await page(last, amina);
    const waiting = own.querySelector('[data-mine] article.mine');
    expect(waiting?.text).toContain('Canari qui attend.');
    expect(own.querySelectorAll('article').map((post) => post.id).slice(-2)).toEqual(['post-25', waiting?.id]);
    expect((await page(slugOf(thread), amina)).toString()).not.toContain('Canari');
    for (const other of [bruno, odile, nadia]) expect((await page(last, other)).toString()).not.toContain('Canari');
    expect((await world.visitor().get(last)).text).toBe(before);
  });

  test('a waiting edit stands under the post that it would change, for its author alone', async () => {
    const thread = await sow.thread(towns, 3, minutesBefore(world.clock.now(), 50), amina.id);
    await send(amina, { kind: 'edit', thread, number: 2, text: 'Canari corrigé.', version: 0, ...sending() });
    const post = (await page(slugOf(thread), amina)).querySelector('#post-2');
    expect(post?.querySelector('.mine-edit')?.text).toContain('Canari corrigé.');
    expect(post?.querySelector('.text')?.text).toBe('Texte 2');
    const fragment = await page(`/thread/${thread}/posts?after=1&changes=0`, amina);
    expect(fragment.querySelector('#post-2 .mine-edit')?.text).toContain('Canari corrigé.');
    for (const other of [bruno, odile, null]) expect((await page(slugOf(thread), other)).toString()).not.toContain('Canari');
  });
});

describe('what one may do', () => {
  const links = async (thread: number, number: number, who: Person | null) => {
    const post = (await page(slugOf(thread), who)).querySelector(`#post-${number}`);
    return [...(post?.querySelectorAll('.acts a') ?? []).map((link) => link.getAttribute('href')), ...(post?.querySelectorAll('.acts form') ?? []).map((form) => form.getAttribute('action'))]
      .filter((address) => /edits|withdrawal|removal|restoration/.test(address ?? ''));
  };

  test('authors edit and withdraw their own posts, moderators of the category take any down, others neither', async () => {
    const thread = await sow.thread(towns, 2, minutesBefore(world.clock.now(), 40), amina.id);
    const at = `/thread/${thread}/posts/2`;
    expect(await links(thread, 2, amina)).toEqual([`${at}/edits/new`, `${at}/withdrawal`]);
    expect(await links(thread, 2, odile)).toEqual([`/desk${at}/removal`]);
    for (const other of [bruno, nadia, null]) expect(await links(thread, 2, other)).toEqual([]);
    await sow.change(thread, 2, `gone = 'taken-down', gone_reason = 'insult', html = '', source = '', excerpt = '', author_id = null, author_role = 'guest'`);
    await world.db.owner.query(`select pg_notify('palabre_news', $1)`, [JSON.stringify({ news: 'PostTakenDown', category: towns, thread, number: 2 })]);
    await until(async () => expect(await links(thread, 2, odile)).toEqual([`/desk${at}/restoration`]));
    await until(async () => expect(await links(thread, 2, amina)).toEqual([]));
  });

  test('a guest who signed with a name that a member took later has not become that member', async () => {
    const thread = await sow.thread(towns, 1, minutesBefore(world.clock.now(), 30));
    const late = await world.member('Voisine');
    expect((await page(slugOf(thread), late)).querySelector('#post-1 .who')?.text).toBe('Voisine');
    expect(await links(thread, 1, late)).toEqual([]);
  });
});

describe('where one writes', () => {
  const form = async (thread: number, who: Person | null) => (await page(slugOf(thread), who)).querySelector('form[data-writing]');

  test('guests get a form without a key, members one without a name', async () => {
    const thread = await sow.thread(towns, 1, minutesBefore(world.clock.now(), 20));
    const [guest, member] = [await form(thread, null), await form(thread, amina)];
    expect([guest, member].map((each) => each?.getAttribute('action'))).toEqual([`/thread/${thread}/replies`, `/thread/${thread}/replies`]);
    expect([guest, member].map((each) => each?.querySelector('[name="key"]'))).toEqual([null, null]);
    expect([guest, member].map((each) => each?.querySelector('[name="name"]') !== null)).toEqual([true, false]);
  });

  test('a closed category has none, one for members has none for guests', async () => {
    const closed = await sow.thread(await world.category({ slug: 'ferme', closed: true }), 1, minutesBefore(world.clock.now(), 10));
    const membersOnly = await sow.thread(await world.category({ slug: 'inscrits', guestsWrite: false }), 1, minutesBefore(world.clock.now(), 10));
    for (const who of [null, amina, odile]) expect(await form(closed, who)).toBeNull();
    expect(await form(membersOnly, null)).toBeNull();
    expect((await page(slugOf(membersOnly), null)).toString()).toContain(`/login?back=${encodeURIComponent(slugOf(membersOnly))}`);
    expect(await form(membersOnly, amina)).not.toBeNull();
  });
});
