import { Accounts } from '../../../src/members/accounts.js';
import { Reception } from '../../../src/reception/reception.js';
import type { Draft } from '../../../src/submissions/draft.js';
import { minutesBefore, Sower } from '../../sow.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

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
const send = (who: Person, draft: Draft) =>
  world.app.get(Reception, { strict: false }).submit(who.visitor, draft, world.clock.now());

const listed = async (who: Person) =>
  (await page('/unread', who)).querySelectorAll('[data-thread]').map((row) => Number(row.getAttribute('data-thread')));
const register = async (name: string) => {
  const { id } = await world.app
    .get(Accounts, { strict: false })
    .register({ name, password: 'un mot de passe assez long', email: '' }, world.clock.now());
  return { cookie: await world.session(id) } as Person;
};

describe('unread marks', () => {
  const mark = async (path: string, thread: number, who: Person | null) =>
    (await page(path, who)).querySelector(`[data-thread="${thread}"] .unread`);

  test('count what a member has not read, lead to the first of it, and go when it is read', async () => {
    const thread = await sow.thread(towns, 45, minutesBefore(world.clock.now(), 3));
    await world.visitor(amina.cookie).get(`${slugOf(thread)}?page=2`);
    for (const path of ['/', '/recent', '/category/villes']) {
      const unread = await mark(path, thread, amina);
      expect([unread?.text.trim(), unread?.getAttribute('href')]).toEqual([
        '5\u00A0non lus',
        `/thread/${thread}/posts/41`,
      ]);
    }
    await world.visitor(amina.cookie).get(slugOf(thread));
    expect((await mark('/recent', thread, amina))?.text.trim()).toBe('5\u00A0non lus');
    await world.visitor(amina.cookie).get(`${slugOf(thread)}?page=3`);
    expect(await mark('/recent', thread, amina)).toBeNull();
    expect((await mark('/recent', thread, bruno))?.getAttribute('href')).toBe(`/thread/${thread}/posts/1`);
    await world.reply(thread, 'Une de plus.', bruno.visitor);
    await until(async () => expect((await mark('/recent', thread, amina))?.text.trim()).toBe('1\u00A0non lu'));
  });

  test('a page that was read before asks the database for nothing, and hears of what one has sent since', async () => {
    const reserved = await world.category({ slug: 'relue', hold: 'all' });
    const thread = await sow.thread(reserved, 25, minutesBefore(world.clock.now(), 3));
    for (const who of [amina, odile]) {
      for (let time = 0; time < 2; time++) await page(slugOf(thread), who);
      await world.db.owner.query('begin');
      await world.db.owner.query(
        'lock table desk.submission, private.read_mark, thread, post in access exclusive mode',
      );
      try {
        expect((await page(slugOf(thread), who)).querySelectorAll('[data-number]')).toHaveLength(20);
      } finally {
        await world.db.owner.query('rollback');
      }
    }
    await send(amina, { kind: 'reply', thread, text: 'Cela attend.', ...sending() });
    expect((await page(`${slugOf(thread)}?page=2`, amina)).querySelector('[data-mine]')?.text).toContain(
      'Cela attend.',
    );
  });

  test('a new account has nothing unread but what comes after it', async () => {
    const before = await sow.thread(towns, 30, minutesBefore(world.clock.now(), 3));
    const claire = await register('Claire Neuve');
    expect(await mark('/recent', before, claire)).toBeNull();
    expect(await listed(claire)).toEqual([]);
    world.clock.advance(60_000);
    await world.reply(before, 'Depuis.', bruno.visitor);
    const after = await world.thread({ category: 'villes', title: 'Né après elle', text: 'Bonjour.' });
    await until(async () =>
      expect([
        (await mark('/recent', before, claire))?.getAttribute('href'),
        (await mark('/recent', after, claire))?.getAttribute('href'),
      ]).toEqual([`/thread/${before}/posts/31`, `/thread/${after}/posts/1`]),
    );
    expect((await listed(claire)).sort()).toEqual([before, after]);
  });

  test('a line stands before the first unread post of a thread, until it was shown', async () => {
    const thread = await sow.thread(towns, 25, minutesBefore(world.clock.now(), 3));
    const last = `${slugOf(thread)}?page=2`;
    const line = async () =>
      (await page(last, amina)).querySelector('[data-since]')?.nextElementSibling?.getAttribute('id');
    expect((await page(slugOf(thread), amina)).querySelector('[data-since]')).toBeNull();
    expect(await line()).toBe('post-21');
    expect(await line()).toBeUndefined();
    const number = await world.reply(thread, 'Encore une.', bruno.visitor);
    await until(async () => expect((await page(last, null)).querySelector(`#post-${number}`)).not.toBeNull());
    expect((await page(last, null)).querySelector('[data-since]')).toBeNull();
    expect(await line()).toBe(`post-${number}`);
    expect(await line()).toBeUndefined();
  });

  test('all is marked as read up to the moment of the page that offered it', async () => {
    const dora = await world.member('Dora');
    const old = await sow.thread(towns, 3, minutesBefore(world.clock.now(), 3));
    const asked = (await page('/unread', dora)).querySelector('form[action="/unread"]');
    expect(await listed(dora)).toContain(old);
    const moment = asked?.querySelector('[name="until"]')?.getAttribute('value') ?? '';
    world.clock.advance(60_000);
    const since = await world.thread({ category: 'villes', title: 'Paru entre-temps', text: 'Bonjour.' });
    const answer = await world.visitor(dora.cookie).post('/unread', { action: 'read', until: moment });
    expect([answer.status, answer.location]).toEqual([303, '/unread']);
    expect(await listed(dora)).toEqual([since]);
    await world.visitor(dora.cookie).post('/unread', { action: 'read' });
    expect(await listed(dora)).toEqual([]);
    expect((await page('/unread', dora)).querySelector('form[action="/unread"]')).toBeNull();
    // A page that was left open says nothing against it.
    await world.visitor(dora.cookie).post('/unread', { action: 'read', until: moment });
    expect(await listed(dora)).toEqual([]);
  });

  test('what is unread is listed for those who may read it, 20 at a time, and not for guests', async () => {
    const hidden = await world.category({ slug: 'equipe-seule', audience: 'staff' });
    const esther = await world.member('Esther');
    const staff = await sow.thread(hidden, 1, minutesBefore(world.clock.now(), 2));
    for (let n = 0; n < 21; n++) await sow.thread(towns, 1, minutesBefore(world.clock.now(), 5 + n));
    expect(await listed(esther)).toHaveLength(20);
    expect(await listed(esther)).not.toContain(staff);
    expect(await listed(odile)).toContain(staff);
    const older = (await page('/unread', esther)).querySelector('a[rel="next"]')?.getAttribute('href') ?? '';
    expect((await page(older, esther)).querySelectorAll('[data-thread]').length).toBeGreaterThan(0);
    expect((await world.visitor().get('/unread')).location).toBe('/login?back=%2Funread');
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

describe("a member's waiting posts", () => {
  test('stand after the last post of the last page, for their author alone', async () => {
    const thread = await sow.thread(towns, 25, minutesBefore(world.clock.now(), 60));
    const last = `${slugOf(thread)}?page=2`;
    const before = (await world.visitor().get(last)).text;
    await send(amina, { kind: 'reply', thread, text: 'Canari qui attend.', ...sending() });
    const own = await page(last, amina);
    const waiting = own.querySelector('[data-mine] article.mine');
    expect(waiting?.text).toContain('Canari qui attend.');
    expect(
      own
        .querySelectorAll('article')
        .map((post) => post.id)
        .slice(-2),
    ).toEqual(['post-25', waiting?.id]);
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
    for (const other of [bruno, odile, null])
      expect((await page(slugOf(thread), other)).toString()).not.toContain('Canari');
  });
});

describe('what one may do', () => {
  const links = async (thread: number, number: number, who: Person | null) => {
    const post = (await page(slugOf(thread), who)).querySelector(`#post-${number}`);
    return [
      ...(post?.querySelectorAll('.acts a') ?? []).map((link) => link.getAttribute('href')),
      ...(post?.querySelectorAll('.acts form') ?? []).map((form) => form.getAttribute('action')),
    ].filter((address) => /edits|withdrawal|removal|restoration/.test(address ?? ''));
  };

  test('authors edit and withdraw their own posts, moderators of the category take any down, others neither', async () => {
    const thread = await sow.thread(towns, 2, minutesBefore(world.clock.now(), 40), amina.id);
    const at = `/thread/${thread}/posts/2`;
    expect(await links(thread, 2, amina)).toEqual([`${at}/edits/new`, `${at}/withdrawal`]);
    expect(await links(thread, 2, odile)).toEqual([`/desk${at}/removal`]);
    for (const other of [bruno, nadia, null]) expect(await links(thread, 2, other)).toEqual([]);
    await sow.change(
      thread,
      2,
      `gone = 'taken-down', gone_reason = 'insult', html = '', source = '', excerpt = '', author_id = null, author_role = 'guest'`,
    );
    await world.db.owner.query(`select pg_notify('palabre_news', $1)`, [
      JSON.stringify({ news: 'PostTakenDown', category: towns, thread, number: 2 }),
    ]);
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
  const form = async (thread: number, who: Person | null) =>
    (await page(slugOf(thread), who)).querySelector('form[data-writing]');

  test('guests get a form without a key, members one without a name', async () => {
    const thread = await sow.thread(towns, 1, minutesBefore(world.clock.now(), 20));
    const [guest, member] = [await form(thread, null), await form(thread, amina)];
    expect([guest, member].map((each) => each?.getAttribute('action'))).toEqual([
      `/thread/${thread}/replies`,
      `/thread/${thread}/replies`,
    ]);
    expect([guest, member].map((each) => each?.querySelector('[name="key"]'))).toEqual([null, null]);
    expect([guest, member].map((each) => each?.querySelector('[name="name"]') !== null)).toEqual([true, false]);
  });

  test('a closed category has none, one for members has none for guests', async () => {
    const closed = await sow.thread(
      await world.category({ slug: 'ferme', closed: true }),
      1,
      minutesBefore(world.clock.now(), 10),
    );
    const membersOnly = await sow.thread(
      await world.category({ slug: 'inscrits', guestsWrite: false }),
      1,
      minutesBefore(world.clock.now(), 10),
    );
    for (const who of [null, amina, odile]) expect(await form(closed, who)).toBeNull();
    expect(await form(membersOnly, null)).toBeNull();
    expect((await page(slugOf(membersOnly), null)).toString()).toContain(
      `/login?back=${encodeURIComponent(slugOf(membersOnly))}`,
    );
    expect(await form(membersOnly, amina)).not.toBeNull();
  });
});

describe("a member's page", () => {
  const joined = 'depuis novembre\u00A02026';

  test('is found by members from the first day, and by nobody else until something of theirs is published', async () => {
    const felix = await world.member('Félix');
    const address = '/user/F%C3%A9lix';
    const nobody = await world.visitor().get('/user/Personne');
    expect(await world.visitor().get(address)).toMatchObject({ status: 404, text: nobody.text });
    for (const who of [amina, odile]) {
      const seen = await page(address, who);
      expect(seen.querySelector('h1')?.text).toBe('Félix');
      expect(seen.querySelector('.person time')?.text).toBe(joined);
      expect(seen.querySelector('.person .meta')?.text).toContain('membre');
      expect(seen.toString()).not.toContain('2026-11-22');
    }
    expect((await world.visitor(amina.cookie).get('/user/Personne')).status).toBe(404);
    await world.thread({ category: 'villes', title: 'Son premier sujet', text: 'Bonjour.', by: felix.visitor });
    await until(async () => expect((await page(address, null)).querySelector('.person time')?.text).toBe(joined));
  });

  test('is the same whether or not its member is suspended', async () => {
    const gaelle = await world.member('Gaelle');
    const body = async () => (await page('/user/Gaelle', amina)).querySelector('main')?.toString();
    const before = await body();
    expect(before).toContain('Gaelle');
    await world.db.owner.query('update private.account set suspended_at = $2 where member_id = $1', [
      gaelle.id,
      world.clock.now(),
    ]);
    expect(await body()).toBe(before);
  });

  test('marks what others cannot see, and does not call it public', async () => {
    await world.category({ slug: 'reservee', audience: 'members', hold: 'nobody' });
    const hugo = await world.member('Hugo');
    await world.thread({ category: 'villes', title: 'Ouvert à qui passe', text: 'Bonjour.', by: hugo.visitor });
    await world.thread({ category: 'reservee', title: 'Entre membres', text: 'Bonjour.', by: hugo.visitor });
    await until(async () => expect((await page('/user/Hugo', amina)).querySelectorAll('article.row')).toHaveLength(2));
    const seen = await page('/user/Hugo', amina);
    const marks = seen.querySelectorAll('article.row').map((row) => row.querySelector('[data-reserved]')?.text.trim());
    expect(marks.toSorted()).toEqual(['réservée aux membres', undefined]);
    expect(seen.querySelector('#posts')?.text.trim()).toBe('Messages que vous pouvez lire');
    const guests = await page('/user/Hugo', null);
    expect(guests.querySelector('#posts')?.text.trim()).toBe('Messages publics');
    expect(guests.querySelector('[data-reserved]')).toBeNull();
  });
});

describe('the frame', () => {
  test('has the same first line for all, and a line of their own for those who have work', async () => {
    const places = async (who: Person | null) =>
      (await page('/', who)).querySelectorAll('.masthead .places a').map((link) => link.getAttribute('href'));
    const team = async (who: Person | null) =>
      (await page('/', who)).querySelectorAll('.masthead .team-nav a').map((link) => link.getAttribute('href'));
    const admin = await world.member('Ines', { role: 'administrator' });
    for (const who of [null, amina, odile, admin])
      expect(await places(who)).toEqual(['/', '/cases', '/workshops', '/documents']);
    expect(await team(null)).toEqual([]);
    expect(await team(amina)).toEqual([]);
    expect(await team(odile)).toEqual(['/desk']);
    expect(await team(admin)).toEqual(['/desk', '/site']);
  });

  test('leads members alone from the lists to what is new for them', async () => {
    const views = async (path: string, who: Person | null) =>
      (await page(path, who)).querySelectorAll('.sift a').map((link) => link.getAttribute('href'));
    for (const path of ['/', '/recent']) {
      expect(await views(path, null)).toEqual(['/', '/recent']);
      expect(await views(path, amina)).toEqual(['/unread', '/', '/recent']);
    }
    expect(await views('/unread', amina)).toEqual(['/unread', '/', '/recent']);
  });
});
