import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing, Sent } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let admin: Browsing;
let people: Browsing[];
let villes: number;
let thread: number;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  villes = await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'libre', name: 'Libre', hold: 'nobody' });
  ada = await world.member('Ada', { role: 'administrator' });
  admin = world.visitor(ada.cookie);
  const mira = await world.member('Mira');
  const olga = await world.member('Olga', { role: 'organizer' });
  const nadia = await world.member('Nadia', { role: 'moderator', categories: ['villes'] });
  people = [world.visitor(), ...[mira, olga, nadia].map(({ cookie }) => world.visitor(cookie))];
  thread = await world.thread({ category: 'villes', title: 'Le marché', text: 'Quatre caméras depuis mardi.' });
});
afterAll(() => world.close());

const CAREFUL = {
  name: 'Villes',
  description: '',
  audience: 'everyone',
  closed: '',
  guestsWrite: 'yes',
  hold: 'all',
  acceptedUntil: '3',
  agreement: '1',
  closesAfter: '',
  edits: 'as-posts',
  history: '',
};

async function change(fields: Sent, id = villes) {
  const { rows } = await world.db.owner.query('select 1 from desk.moderator_category where category_id = $1', [id]);
  const moderators: Record<string, string> =
    rows.length === 0
      ? {}
      : {
          moderators: String(
            (await world.db.owner.query('select member_id from desk.moderator_category where category_id = $1', [id]))
              .rows[0].member_id,
          ),
        };
  return admin.post(`/categories/${id}`, { ...CAREFUL, ...moderators, ...fields });
}

async function reply(who: Browsing, to: number, text: string) {
  keys += 1;
  world.clock.advance(20_000);
  return who.post(`/thread/${to}/replies`, { text, key: `key-of-administration-${keys}` });
}

describe('the pages of administration', () => {
  it('do not exist for anybody else, whatever they send', async () => {
    const before = (await world.db.owner.query('select * from category order by id')).rows;
    for (const who of people) {
      for (const path of ['/categories', `/categories/${villes}`, '/blocked-words'])
        expect([302, 404]).toContain((await who.get(path)).status);
      for (const [path, fields] of [
        ['/categories', { name: 'À moi', audience: 'everyone' }],
        [`/categories/${villes}`, CAREFUL],
        [`/categories/${villes}/position`, { move: 'down' }],
        ['/blocked-words', { hold: 'mot', refuse: '', action: 'save' }],
      ] as const)
        expect((await who.post(path, fields)).status).toBe(404);
    }
    expect((await world.db.owner.query('select * from category order by id')).rows).toEqual(before);
    expect((await admin.get('/categories')).status).toBe(200);
  });

  it('lead to each other in a row, where the one that is read is marked', async () => {
    const nav = async (path: string) =>
      (await admin.get(path)).html().querySelector('nav[aria-label="Administration"]');
    for (const path of ['/site', '/categories', '/sites', '/blocked-words', '/reasons', '/members', '/invitations']) {
      const row = await nav(path);
      expect([path, row?.classList.contains('trail'), row?.querySelectorAll('a').length]).toEqual([path, false, 9]);
      expect(
        row?.querySelectorAll('[aria-current]').map((a) => [a.getAttribute('href'), a.getAttribute('aria-current')]),
      ).toEqual([[path, 'page']]);
    }
  });

  it('make a category that begins with the careful choice everywhere, at the end of the list', async () => {
    const made = await admin.post('/categories', {
      name: 'Île-de-France',
      slug: '',
      description: 'Autour de Paris',
      audience: 'members',
    });
    expect(made.status).toBe(303);
    const {
      rows: [row],
    } = await world.db.owner.query(
      `select id, slug, hold, agreement, edits, history, audience from category where name = 'Île-de-France'`,
    );
    expect(row).toEqual({
      id: expect.any(Number),
      slug: 'ile-de-france',
      hold: 'all',
      agreement: 1,
      edits: 'as-posts',
      history: false,
      audience: 'members',
    });
    expect(made.location).toBe(`/categories/${row.id}?saved=yes`);
    expect((await admin.get(`/categories/${row.id}?saved=yes`)).status).toBe(200);
    expect((await world.visitor().get('/')).text).not.toContain('Île-de-France');
    expect((await people[1]?.get('/'))?.text).toContain('Île-de-France');
  });

  it('give back everything that was typed when something is wrong', async () => {
    const taken = await admin.post('/categories', {
      name: 'Autre nom',
      slug: 'villes',
      description: 'Une phrase',
      audience: 'staff',
    });
    expect(taken.status).toBe(422);
    const form = taken.html();
    expect(form.querySelector('#f-name')?.getAttribute('value')).toBe('Autre nom');
    expect(form.querySelector('#f-description')?.getAttribute('value')).toBe('Une phrase');
    expect(form.querySelector('#f-slug-why')?.text).toContain('déjà cette adresse');
    const wrong = await change({ name: '', acceptedUntil: 'beaucoup', closesAfter: '0', hold: 'personne' });
    expect(wrong.status).toBe(422);
    for (const field of ['name', 'acceptedUntil', 'closesAfter', 'hold'])
      expect(wrong.html().querySelector(`#f-${field}-why`)).not.toBeNull();
    expect(wrong.html().querySelector('#f-acceptedUntil')?.getAttribute('value')).toBe('beaucoup');
  });

  it('give back the present value of each field that the form did not have', async () => {
    const before = 'select opens, documents, takes, documents_held from category where id = $1';
    const kept = (await world.db.owner.query(before, [villes])).rows;
    const change = `update category set opens = $2, documents = $3, takes = $4, documents_held = $5 where id = $1`;
    await world.db.owner.query(change, [villes, 'team', 'members', ['thread', 'case'], false]);
    const form = (await admin.post(`/categories/${villes}`, { ...CAREFUL, acceptedUntil: 'beaucoup' })).html();
    const ticked = (name: string) =>
      form.querySelectorAll(`input[name="${name}"][checked]`).map((box) => box.getAttribute('value'));
    expect([ticked('opens'), ticked('takes'), ticked('documentsHeld')]).toEqual([['team'], ['thread', 'case'], []]);
    expect(
      form.querySelector('[name="documents"] [selected], [name="documents"][checked]')?.getAttribute('value'),
    ).toBe('members');
    await world.db.owner.query(change, [villes, ...Object.values(kept[0] as object)]);
  });

  it('rename and order, say so in their history, and every kept page follows', async () => {
    const guest = world.visitor();
    expect((await guest.get('/')).text).toContain('Villes');
    expect((await change({ name: 'Nos villes' })).status).toBe(303);
    expect((await guest.get('/')).text).toContain('Nos villes');
    expect((await guest.get('/category/villes')).status).toBe(200);
    expect((await admin.post(`/categories/${villes}/position`, { move: 'down' })).status).toBe(303);
    const order = (await admin.get('/categories'))
      .html()
      .querySelectorAll('.member-name')
      .map(({ text }) => text);
    expect(order).toEqual(['Libre', 'Nos villes', 'Île-de-France']);
    const page = (await admin.get(`/categories/${villes}`)).text;
    expect(page).toContain('catégorie déplacée');
    expect(page).toContain('réglages changés');
    await admin.post(`/categories/${villes}/position`, { move: 'up' });
    await expect(world.db.owner.query('delete from desk.administration')).rejects.toThrow('append-only');
  });

  it('are as they were after saving what is there already, and their history says nothing of it', async () => {
    const acts = async (): Promise<number> =>
      (await world.db.owner.query('select from desk.administration where category_id = $1', [villes])).rowCount ?? 0;
    await change({ takes: ['thread', 'workshop'], name: 'Nos villes' });
    const before = await acts();
    expect((await change({ takes: ['thread', 'workshop'], name: 'Nos villes' })).status).toBe(303);
    expect(await acts()).toBe(before);
    expect((await change({ takes: ['thread'], name: 'Nos villes' })).status).toBe(303);
    expect(await acts()).toBe(before + 1);
  });

  it('narrow an audience, and what was kept for everyone is gone at once', async () => {
    const guest = world.visitor();
    expect((await guest.get(`/thread/${thread}/le-marche`)).status).toBe(200);
    await change({ audience: 'staff' });
    expect((await guest.get(`/thread/${thread}/le-marche`)).status).toBe(404);
    expect((await guest.get('/category/villes')).status).toBe(404);
    await change({ audience: 'everyone' });
    expect((await guest.get(`/thread/${thread}/le-marche`)).status).toBe(200);
  });

  it('want as many moderators as have to agree, and leave nobody without a limit by taking the last one away', async () => {
    const libre = (await world.db.owner.query(`select id from category where slug = 'libre'`)).rows[0].id as number;
    await world.db.owner.query(
      `update private.account set suspended_at = $1 where member_id <> $2 and member_id in (select id from member
        where role = 'administrator')`,
      [world.clock.now(), ada.id],
    );
    const few = await admin.post(`/categories/${libre}`, {
      ...CAREFUL,
      name: 'Libre',
      hold: 'nobody',
      agreement: '2',
    });
    expect(few.status).toBe(422);
    expect(few.html().querySelector('#f-agreement-why')).not.toBeNull();
    expect((await change({ agreement: '2' })).status).toBe(303);
    const alone = await admin.post(`/categories/${villes}`, CAREFUL);
    expect(alone.status).toBe(422);
    expect(alone.text).toContain('aucune catégorie');
    const { id } = (await world.db.owner.query(`select id from member where name = 'Nadia'`)).rows[0] as {
      id: number;
    };
    expect(
      (await admin.post(`/categories/${libre}`, { ...CAREFUL, name: 'Libre', hold: 'nobody', moderators: String(id) }))
        .status,
    ).toBe(303);
    expect((await people[3]?.get('/desk'))?.status).toBe(200);
    expect(
      (await world.db.owner.query('select 1 from desk.moderator_category where member_id = $1', [id])).rows,
    ).toHaveLength(2);
    await reply(world.visitor(), thread, 'Une phrase qui demande deux accords.');
    const [waiting] = (
      await world.db.owner.query(
        `select id from desk.submission where status = 'waiting' and source like '%deux accords%'`,
      )
    ).rows as { id: string }[];
    const card = `/desk/submissions/${waiting?.id}`;
    const accepts = async (who: Browsing) => (await who.get(card)).html().querySelector('.at-once [value="accept"]');
    const nadia = people[3] as Browsing;
    expect(await accepts(nadia)).not.toBeNull();
    expect((await nadia.post(`${card}/decision`, { decision: 'accept', version: '1' })).status).toBe(303);
    expect(await accepts(nadia)).toBeNull();
    expect((await nadia.get(card)).text).toContain('Votre accord est donné');
    expect(await accepts(admin)).not.toBeNull();
    await change({ agreement: '1' });
  });
});

describe('the name of the forum', () => {
  it('is nobody’s pseudonym, with an account or without', async () => {
    await world.db.owner.query(`update site set name = 'Les Tilleuls'`);
    const guest = await world.visitor().post(`/thread/${thread}/replies`, {
      text: 'Bonjour à tous.',
      name: 'L’équipe des Tilleuls',
      key: 'key-of-the-tilleuls',
    });
    expect([guest.status, guest.text.includes('parlerait au nom du forum')]).toEqual([422, true]);
    const member = await world
      .visitor()
      .post('/register', { name: 'les tilleuls', password: 'un mot de passe bien long', email: '' });
    expect([member.status, member.text.includes('parlerait au nom du forum')]).toEqual([422, true]);
    expect(
      (
        await world
          .visitor()
          .post(`/thread/${thread}/replies`, { text: 'Bonjour à tous.', name: '.', key: 'key-of-the-tilleuls' })
      ).status,
    ).toBe(422);
    expect(
      (
        await world
          .visitor()
          .post(`/thread/${thread}/replies`, { text: '&nbsp; &nbsp;', name: 'K', key: 'key-of-the-tilleuls' })
      ).status,
    ).toBe(422);
  });
});

describe('a thread in which nothing has appeared for as long as its category says', () => {
  it('takes no more replies, gives the text back, and what waits there can still be published', async () => {
    const guest = world.visitor();
    const sent = await reply(guest, thread, 'Envoyé à temps.');
    expect(sent.status).toBe(303);
    await change({ closesAfter: '30' });
    world.clock.advance(31 * 86_400_000);
    expect((await world.visitor(await world.session(ada.id)).get(`/thread/${thread}/le-marche`)).text).toContain(
      'ne prend plus de réponses',
    );
    const late = await reply(guest, thread, 'Envoyé trop tard.');
    expect(late.status).toBe(403);
    expect(late.text).toContain('ne prend plus de réponses');
    expect(late.html().querySelector('textarea')?.text).toContain('Envoyé trop tard.');
    admin = world.visitor(await world.session(ada.id));
    const {
      rows: [row],
    } = await world.db.owner.query(`select id from desk.submission where source = 'Envoyé à temps.'`);
    expect(
      (await admin.post(`/desk/submissions/${row.id}/decision`, { decision: 'accept', version: '1' })).status,
    ).toBe(303);
    // It has a post of today again.
    expect((await reply(guest, thread, 'Et maintenant.')).status).toBe(303);
    await change({ closesAfter: '' });
  });
});

describe('the lists of words', () => {
  it('are tried on what was published last, and saved only as they were tried', async () => {
    const typed = { hold: 'Caméra*\nmardi', refuse: 'arnaque' };
    const first = await admin.post('/blocked-words', { ...typed, action: 'save' });
    expect(first.status).toBe(200);
    expect((await world.db.owner.query('select 1 from desk.blocked_word')).rows).toEqual([]);
    expect(first.text).toContain('À relire pour «\u00a0Caméra*\u00a0»');
    expect(first.html().querySelector(`a[href="/thread/${thread}/posts/1"]`)).not.toBeNull();
    const tried = first.html().querySelector('input[name="tried"]')?.getAttribute('value') ?? '';
    expect(
      (await admin.post('/blocked-words', { ...typed, refuse: 'arnaque\nautre', tried, action: 'save' })).status,
    ).toBe(200);
    expect((await world.db.owner.query('select 1 from desk.blocked_word')).rows).toEqual([]);
    expect((await admin.post('/blocked-words', { ...typed, tried, action: 'save' })).status).toBe(303);
    expect((await world.db.owner.query('select list, word from desk.blocked_word order by list, word')).rows).toEqual([
      { list: 'hold', word: 'Caméra*' },
      { list: 'hold', word: 'mardi' },
      { list: 'refuse', word: 'arnaque' },
    ]);
    const page = await admin.get('/blocked-words');
    expect(page.html().querySelector('#f-hold')?.text).toContain('Caméra*');
    const nothing = await admin.post('/blocked-words', { hold: '…', refuse: '' });
    expect(nothing.status).toBe(422);
    expect(nothing.html().querySelector('#f-hold')?.text).toContain('…');
  });

  it('hold a post where nobody is held, and its card says for which word', async () => {
    const open = await world.thread({ category: 'libre', title: 'Libre', text: 'Un texte.' });
    for (const text of ['Rien à relire.', 'La CAMERA du marché.'])
      expect((await reply(world.visitor(), open, text)).status).toBe(303);
    expect(
      (await world.db.owner.query(`select source from post where thread_id = $1 and number > 1`, [open])).rows,
    ).toEqual([{ source: 'Rien à relire.' }]);
    expect((await admin.get('/desk')).text).toContain('mot de la liste à relire («\u00a0Caméra*\u00a0»)');
  });

  it('refuse a post, give its text back and name the word to its author, but never one that only holds', async () => {
    const open = await world.thread({ category: 'libre', title: 'Encore', text: 'Un texte.' });
    const refused = await reply(world.visitor(), open, 'Une bonne affaire de mardi, pas une аrnаquе du tout.');
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Dites-le autrement');
    expect(refused.html().querySelector('textarea')?.text).toContain('Une bonne affaire');
    const said = refused.text.replace(/<textarea[^]*?<\/textarea>/g, '');
    expect(said).toContain('ne publie pas «\u00a0arnaque\u00a0»');
    expect(said).not.toContain('mardi');
    expect(
      (await world.db.owner.query(`select 1 from desk.submission where source like 'Une bonne affaire%'`)).rows,
    ).toEqual([]);
  });
});
