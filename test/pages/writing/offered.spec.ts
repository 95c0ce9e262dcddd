import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'libre', hold: 'nobody' });
  await world.category({ slug: 'connus', hold: 'newcomers' });
  await world.category({ slug: 'comptes', name: 'Comptes', guestsWrite: false });
  await world.category({ slug: 'finie', closed: true });
  ada = await world.member('Ada');
  nadia = await world.member('Nadia', { role: 'moderator' });
  thread = await world.thread({
    category: 'villes',
    title: 'Caméras',
    text: 'Un {{mot}} :\n\n-* un\n-* deux [[note]]',
  });
});
afterAll(() => world.close());

const who = (person: Person | null) => world.visitor(person?.cookie);

describe('what is offered', () => {
  it('is no answer in a thread that is locked', async () => {
    const locked = await world.thread({ category: 'villes', title: 'Fini', text: 'Plus rien.' });
    const acts = async () =>
      (await who(null).get(`/thread/${locked}/fini`)).html().querySelectorAll('[data-reply], [data-quote]').length;
    expect(await acts()).toBe(2);
    await who(nadia).post(`/desk/thread/${locked}/lock`, { locked: 'yes' });
    expect(await acts()).toBe(0);
    const refused = await who(null).get(`/thread/${locked}/replies/new`);
    expect(refused.status).toBe(403);
    expect(refused.html().querySelector(`main a[href="/thread/${locked}"]`)).not.toBeNull();
  });

  it('is an account, and the way back, where guests may not write', async () => {
    const ways = ['login', 'register'].map((way) => `/${way}?back=%2Fcategory%2Fcomptes%2Fthreads%2Fnew`);
    const page = (await who(null).get('/category/comptes')).html();
    expect(page.querySelector('a[href="/category/comptes/threads/new"]')).toBeNull();
    const refused = await who(null).get('/category/comptes/threads/new');
    expect(refused.status).toBe(403);
    for (const way of ways) {
      expect(page.querySelector(`main a[href="${way}"]`)).not.toBeNull();
      expect(refused.html().querySelector(`main a[href="${way}"]`)).not.toBeNull();
    }
    expect(refused.html().querySelector('main a[href="/category/comptes"]')).not.toBeNull();
    const member = (await who(ada).get('/category/comptes')).html();
    expect(member.querySelector('a[href="/category/comptes/threads/new"]')).not.toBeNull();
  });

  it('is one form for a new thread, in which its category is chosen among those that take it', async () => {
    expect((await who(null).get('/')).html().querySelector('main a[href="/threads/new"]')).not.toBeNull();
    const choices = async (person: Person | null) =>
      (await who(person).get('/threads/new'))
        .html()
        .querySelectorAll('[name="category"]')
        .map((each) => each.getAttribute('value'));
    expect(await choices(null)).toEqual(['villes', 'libre', 'connus']);
    expect(await choices(ada)).toEqual(['villes', 'libre', 'connus', 'comptes']);
    expect((await who(null).get('/threads/new?category=libre')).location).toBe('/category/libre/threads/new');
    expect((await who(null).get('/threads/new?category=nulle-part')).status).toBe(404);
  });

  it('is no field for an address where no mail is sent', async () => {
    for (const path of [`/thread/${thread}/cameras`, '/category/villes/threads/new', '/register'])
      expect((await who(null).get(path)).html().querySelector('[name="email"]')).toBeNull();
  });

  it('is one button that sends on the page of a preview', async () => {
    const page = await who(null).post(`/thread/${thread}/replies`, { text: 'Une fois', action: 'preview' });
    const buttons = page.html().querySelectorAll('main button');
    expect(buttons.filter(({ text }) => text.trim() === 'Envoyer')).toHaveLength(1);
  });
});

describe('what becomes of a message', () => {
  const AT_ONCE = 'paraîtra aussitôt';
  const READ = 'apparaîtra après validation';

  it.each([
    ['a guest', 'villes', null, READ],
    ['a guest', 'libre', null, AT_ONCE],
    ['a newcomer', 'connus', 'newcomer', READ],
    ['somebody known', 'connus', 'known', AT_ONCE],
    ['somebody known', 'villes', 'known', READ],
  ])('is told to %s in the form of %s', async (_name, category, known, expected) => {
    if (known !== null)
      await world.db.owner.query('update private.account set accepted_count = $2 where member_id = $1', [
        ada.id,
        known === 'known' ? 9 : 0,
      ]);
    const person = known === null ? null : ada;
    const page = await world
      .visitor(person === null ? null : await world.session(ada.id))
      .get(`/category/${category}/threads/new`);
    expect(page.text).toContain(expected);
    expect(page.text).not.toContain(expected === READ ? AT_ONCE : READ);
  });

  it('is told of this very text by its preview, but never for what it is held', async () => {
    await world.db.owner.query(`insert into desk.blocked_word (list, word) values ('hold', 'canular')`);
    const open = await world.thread({ category: 'libre', title: 'Libre', text: 'Un texte.' });
    const preview = (text: string) => who(null).post(`/thread/${open}/replies`, { text, action: 'preview' });
    expect((await preview('Un mot ordinaire.')).text).toContain(AT_ONCE);
    const held = (await preview('Un canular.')).text;
    expect(held).toContain(READ);
    expect(held).not.toContain('mot de la liste');
  });

  it('is told for an edit as well, which its author’s own category lets through', async () => {
    const number = await world.reply(thread, 'De Nadia.', nadia.visitor);
    const own = await world.reply(thread, 'D’Ada.', ada.visitor);
    expect((await who(nadia).get(`/thread/${thread}/posts/${number}/edits/new`)).text).toContain(AT_ONCE);
    expect((await who(ada).get(`/thread/${thread}/posts/${own}/edits/new`)).text).toContain(READ);
  });

  it('leads a member whose thread waits to its own page, with thanks', async () => {
    const fields = { title: 'Un sujet d’Ada', text: 'Bonjour.', key: 'a-key-of-adas-thread' };
    const sent = await who(ada).post('/category/villes/threads', fields);
    expect(sent.location).toMatch(/^\/me\/submissions\/[0-9a-f-]{36}$/);
    const page = await who(ada).get(sent.location ?? '');
    expect(page.html().querySelector('h1')?.text).toContain('Merci');
  });
});

describe('after sending', () => {
  it('a member whose message appears at once is told so, once, and nobody else', async () => {
    const open = await world.thread({ category: 'libre', title: 'Ouvert', text: 'Un texte.' });
    const sent = await who(ada).post(`/thread/${open}/replies`, { text: 'Tout de suite.', key: 'a-key-of-at-once' });
    expect(sent.location).toBe(`/thread/${open}/posts/2?sent=2`);
    const page = (await who(ada).get(sent.location ?? '')).location ?? '';
    expect(page).toBe(`/thread/${open}/ouvert?sent=2#post-2`);
    const [path = ''] = page.split('#');
    const said = async (person: Person | null, at = path) =>
      (await who(person).get(at)).html().querySelector('main [role="status"].toast')?.text.trim() ?? null;
    expect(await said(ada)).toBe('Votre message est paru.');
    for (const person of [null, nadia]) expect(await said(person)).toBeNull();
    expect(await said(ada, `/thread/${open}/ouvert?sent=1`)).toBeNull();
    expect(await said(ada, `/thread/${open}/ouvert?sent=x`)).toBeNull();
    const edit = { title: 'Ouvert', text: 'Tout de suite, et bien.', version: '0', key: 'a-key-of-at-once-2' };
    await world.db.owner.query(`update category set edits = 'at-once' where slug = 'libre'`);
    await world.db.owner.query('update private.account set accepted_count = 9 where member_id = $1', [ada.id]);
    const edited = await world.visitor(await world.session(ada.id)).post(`/thread/${open}/posts/2/edits`, edit);
    expect(edited.location).toBe(`/thread/${open}/posts/2?sent=2`);
    expect(await said(ada)).toBe('Votre modification est parue.');
    world.clock.advance(11 * 60_000);
    expect(await said(ada)).toBeNull();
  });
});

describe('quoting without scripts', () => {
  it('takes the words of the post, without its marks, and names it as the page does', async () => {
    const form = await who(null).get(`/thread/${thread}/replies/new?quote=1`);
    expect(form.html().querySelector('textarea[name="text"]')?.text.trim()).toBe(
      '> Un mot :\n>\n> - un\n> - deux\n>\n> [Sans pseudonyme, nº 1](/thread/' + `${thread}/posts/1)`,
    );
  });
});
