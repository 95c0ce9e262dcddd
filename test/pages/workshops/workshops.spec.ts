import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listsIn as filled } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let ada: Person;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous', name: 'Rendez-vous' });
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}' where slug = 'rendez-vous'`);
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
});
afterAll(() => world.close());

const FIELDS = {
  title: 'Balade cartographique',
  text: 'Par deux, un trottoir chacun.',
  town: 'peltre',
  place: 'Parvis de la mairie',
  address: '3, quai des Secrets',
  online: '',
  reveal: 'day-before',
  access: 'Plain-pied',
  bring: 'Venez sans smartphone',
  language: 'Français',
  price: 'open',
  themes: ['mapping', 'cameras'],
  zone: '',
  start: ['2026-12-12T14:00', '2026-12-19T14:00', ''],
  end: ['2026-12-12T17:00', '2026-12-19T17:00', ''],
  seats: '15',
  count: 'number',
  admission: 'open',
  partTitle: ['Départ', ''],
  partTime: ['14 h', ''],
  partText: ['On se répartit', ''],
  partSeats: ['', ''],
};

let keys = 0;
const fields = (more: object = {}): Record<string, string | string[]> => ({
  ...FIELDS,
  name: 'Lou',
  key: `workshop-key-${String((keys += 1)).padStart(4, '0')}`,
  ...more,
});

async function proposed(more: object = {}, by = world.visitor()): Promise<string> {
  world.clock.advance(1000);
  const sent = await by.post('/category/rendez-vous/workshops', fields(more));
  expect([sent.status, sent.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}

const atDesk = () => world.visitor(moderator.cookie);
async function accept(id: string, more: object = {}, version = 1): Promise<number> {
  const done = await atDesk().post(`/desk/submissions/${id}/decision`, {
    decision: 'accept',
    version: String(version),
    ...more,
  });
  expect(done.status).toBe(303);
  const [row] = await world.writer.query<{ thread: number }>(
    'select thread_id as thread from desk.submission where id = $1',
    [id],
  );
  return row?.thread ?? 0;
}

async function page(thread: number, as = world.visitor()): Promise<string> {
  const led = await as.get(`/thread/${thread}`);
  return (await as.get(led.location ?? '')).text;
}

async function undoLast(): Promise<void> {
  const [row] = await world.writer.query<{ id: string }>(
    'select d.id::text from desk.decision d order by d.id desc limit 1',
  );
  const undone = await atDesk().post(`/desk/decisions/${row?.id}/undo`, {});
  expect([undone.status, undone.status === 303 ? '' : undone.html().querySelector('main')?.text]).toEqual([303, '']);
}

describe('a workshop', () => {
  let id: string;
  let thread: number;

  it('is proposed by a guest in two steps without a script, with all that the form says', async () => {
    const guest = world.visitor();
    expect((await guest.get('/workshops/new')).location).toBe('/category/rendez-vous/workshops/new');
    const form = await guest.get('/category/rendez-vous/workshops/new');
    expect(form.status).toBe(200);
    expect(form.text).toContain('Quiconque s’inscrit la lira');
    const preview = await guest.post('/category/rendez-vous/workshops', { ...fields({ key: '' }), action: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.html().querySelector('.as-seen .facts')?.text).toContain('Parvis de la mairie');
    expect(preview.html().querySelector('.as-seen .facts')?.text).toContain('Peltre (57)');
    const { action, fields: sent } = filled(preview.html(), 'key');
    expect(sent['start']).toEqual(FIELDS.start);
    const stored = await guest.post(action, sent);
    expect(stored.status).toBe(303);
    const follow = await guest.get(stored.location ?? '');
    expect(follow.html().querySelector('#correct [name="address"]')?.text).toContain('3, quai des Secrets');
    const again = await guest.post(action, sent);
    expect(again.location).toBe(stored.location);
    const other = await guest.post(action, { ...sent, address: ['4, rue Autre'] });
    expect(other.status).toBe(409);
    const [row] = await world.writer.query<{ id: string; kind: string }>(
      `select id, kind from desk.submission where source = 'Par deux, un trottoir chacun.'`,
    );
    expect(row?.kind).toBe('workshop');
    id = row?.id ?? '';
  });

  it('waits at the desk, where its card has every fact and nobody else has any', async () => {
    const card = await atDesk().get('/desk?kind=workshop');
    expect(card.text).toContain('3, quai des Secrets');
    expect(card.text).toContain('Peltre (57)');
    expect((await world.visitor().get('/workshops')).text).not.toContain('Balade cartographique');
  });

  it('is published with the rows of its facts, the secret where the reader has no right', async () => {
    thread = await accept(id);
    const html = await page(thread);
    expect(html).toContain('Parvis de la mairie');
    expect(html).toContain('samedi 12 décembre 2026');
    expect(html).toContain('Venez sans smartphone');
    expect(html).not.toContain('quai des Secrets');
    await expect(world.reader.query('select * from private.workshop_secret')).rejects.toThrow(/denied/);
    expect(
      await world.writer.query('select address from private.workshop_secret where thread_id = $1', [thread]),
    ).toEqual([{ address: '3, quai des Secrets' }]);
    expect(await world.reader.query('select starts_at, seats, state from workshop_date order by starts_at')).toEqual([
      { starts_at: new Date('2026-12-12T13:00:00Z'), seats: 15, state: 'planned' },
      { starts_at: new Date('2026-12-19T13:00:00Z'), seats: 15, state: 'planned' },
    ]);
  });

  it('stands in the agenda, on its town and in calendars, in UTC, without what is secret', async () => {
    const agenda = await world.visitor().get('/workshops');
    expect(
      agenda
        .html()
        .querySelectorAll('.dates > li')
        .map((each) => each.getAttribute('data-state')),
    ).toEqual(['planned', 'planned']);
    expect((await world.visitor().get('/town/57534/peltre')).text).toContain('Balade cartographique');
    const calendar = await world.visitor().get('/workshops.ics');
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(calendar.text).toContain('DTSTART:20261212T130000Z');
    for (const answer of [agenda, calendar]) expect(answer.text).not.toContain('Secrets');
    for (const [query, count] of [
      ['theme=mapping', 2],
      ['theme=courts', 0],
      ['near=metz&km=25', 2],
      ['near=paris&km=100', 0],
      ['online=yes', 0],
      ['month=2026-12', 2],
      ['month=2026-11', 0],
      ['past=yes', 0],
      ['town=57534', 2],
    ] as const)
      expect([
        query,
        (await world.visitor().get(`/workshops?${query}`)).html().querySelectorAll('.dates > li').length,
      ]).toEqual([query, count]);
  });

  it('says at the field that nobody knows a town, and asks which one is meant where several bear its name', async () => {
    const unknown = await world.visitor().get('/workshops?near=Avignom&km=50&theme=mapping');
    expect(unknown.status).toBe(422);
    const form = unknown.html().querySelector('.near-form');
    expect(form?.querySelector('#f-near')?.getAttribute('value')).toBe('Avignom');
    expect(form?.querySelector('.why')?.text.length).toBeGreaterThan(10);
    expect(form?.querySelector('option[selected]')?.getAttribute('value')).toBe('50');
    expect(form?.querySelector('[name="theme"]')?.getAttribute('value')).toBe('mapping');
    const several = await world.visitor().get('/workshops?near=Saint-Denis&km=25');
    expect(several.status).toBe(422);
    const choices = several.html().querySelectorAll('.near-form input[name="near"]');
    expect(choices.length).toBeGreaterThan(2);
    const chosen = choices[0]?.getAttribute('value') ?? '';
    expect((await world.visitor().get(`/workshops?near=${encodeURIComponent(chosen)}&km=25`)).status).toBe(200);
    expect((await world.visitor().get('/workshops.ics?near=Avignom')).status).toBe(422);
  });

  it('shows a month as a table, with the months beside it, and stands above the lists of its category', async () => {
    const html = async (path: string) => (await world.visitor().get(path)).html();
    const table = await html('/workshops?view=month&month=2026-12');
    expect(table.querySelectorAll('table.month td a').map((link) => link.getAttribute('data-state'))).toEqual([
      'planned',
      'planned',
    ]);
    expect(table.querySelector('caption')?.text).toBe('décembre 2026');
    expect((await html('/workshops?view=month')).querySelector('caption')?.text).toBe('novembre 2026');
    const nothing = async (path: string) => {
      const line = (await html(path)).querySelector('[data-nothing-ahead]');
      return line === null
        ? null
        : [line.text.replaceAll(/\s+/g, ' ').trim(), line.querySelector('a')?.getAttribute('href') ?? null];
    };
    // Whoever turns from month to month on a phone finds no filters unfolded above it.
    const unfolded = async (query: string) =>
      (await html(`/workshops?${query}`)).querySelector('.sifting')?.hasAttribute('open');
    expect([await unfolded('view=month&month=2026-12'), await unfolded('month=2026-12')]).toEqual([false, true]);
    // The month of today is where one begins all the same.
    expect(await nothing('/workshops?view=month&theme=cameras')).toEqual([
      'Rien n’est annoncé en novembre 2026. Prochaines dates : décembre 2026',
      '/workshops?view=month&theme=cameras&month=2026-12',
    ]);
    expect(await nothing('/workshops?view=month&month=2026-12')).toBeNull();
    expect(await nothing('/workshops?view=month&month=2027-01')).toEqual([
      'Rien n’est annoncé en janvier 2027.',
      null,
    ]);
    expect(await nothing('/workshops?view=month&theme=police-files')).toEqual([
      'Rien n’est annoncé en novembre 2026.',
      null,
    ]);
    const today = world.clock.now();
    world.clock.set(new Date('2026-12-30T12:00:00Z'));
    expect(await nothing('/workshops?view=month')).toEqual(['Plus rien n’est à venir en décembre 2026.', null]);
    world.clock.set(today);
    for (const [path, count] of [
      ['/', 2],
      ['/category/rendez-vous', 2],
      ['/category/villes', 0],
    ] as const)
      expect([path, (await html(path)).querySelectorAll('.coming li').length]).toEqual([path, count]);
  });

  it('says the same to machines, and nothing in its data ends their block', async () => {
    const data = (await world.visitor().get(`/thread/${thread}/balade-cartographique`))
      .html()
      .querySelector('script[type="application/ld+json"]')?.text;
    expect(JSON.parse(data ?? '')).toMatchObject([
      { '@type': 'Event', startDate: '2026-12-12T13:00:00.000Z', eventStatus: 'https://schema.org/EventScheduled' },
      { '@type': 'Event' },
    ]);
  });

  it('goes with its first post when that is taken down, and comes back with it under the same ids', async () => {
    const ids = () =>
      world.reader.query<{ id: string }>('select id from workshop_date where thread_id = $1 order by id', [thread]);
    const before = await ids();
    await atDesk().post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other', remark: '' });
    expect(await ids()).toEqual([]);
    expect((await world.visitor().get('/workshops')).text).not.toContain('Balade');
    await undoLast();
    expect(await ids()).toEqual(before);
    expect(await page(thread)).toContain('Parvis de la mairie');
    expect(
      await world.writer.query('select address from private.workshop_secret where thread_id = $1', [thread]),
    ).toHaveLength(1);
  });

  it('waits again when its acceptance is undone, and is published a second time under the same ids', async () => {
    const workshop = await proposed({ title: 'Deux fois', text: 'Accepté, repris, accepté.' });
    const at = await accept(workshop);
    const ids = () => world.reader.query('select id from workshop_date where thread_id = $1 order by id', [at]);
    const before = await ids();
    await undoLast();
    expect(await ids()).toEqual([]);
    await accept(workshop);
    expect(await ids()).toEqual(before);
  });
});

describe('an edit of a workshop', () => {
  let thread: number;
  let change: string;

  const edited = async (more: object): Promise<string> => {
    const form = await world.visitor(ada.cookie).get(`/thread/${thread}/posts/1/edits/new`);
    const { action, fields: typed } = filled(form.html(), 'version');
    const sent = await world.visitor(ada.cookie).post(action, { ...typed, ...more });
    expect([sent.status, sent.status === 303 ? '' : sent.html().querySelector('.err')?.text]).toEqual([303, '']);
    const [row] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' order by changed_at desc, written_at desc limit 1`,
    );
    world.clock.advance(1000);
    return row?.id ?? '';
  };

  beforeAll(async () => {
    world.clock.advance(60_000);
    const id = await proposed(
      { title: 'À changer', text: 'Un texte à changer.', as: 'Ada' },
      world.visitor(ada.cookie),
    );
    thread = await accept(id);
    world.clock.advance(60_000);
  });

  it('shows each changed fact before and after, and changes what differs when it is accepted', async () => {
    const edit = await edited({ place: ['Devant la gare'], start: ['2026-12-12T15:00', '2026-12-19T14:00', '', ''] });
    const card = await atDesk().get(`/desk/submissions/${edit}`);
    const changes = card.html().querySelector('.said-facts.changes');
    expect(changes?.querySelectorAll('del').map((each) => each.text)).toContain('Parvis de la mairie');
    expect(changes?.querySelectorAll('ins').map((each) => each.text)).toContain('Devant la gare');
    expect(await page(thread)).not.toContain('Devant la gare');
    // Meanwhile a host cancels the other date, and the edit says nothing of that.
    await world.writer.query(
      `update workshop_date set state = 'cancelled' where thread_id = $1 and starts_at = '2026-12-19T13:00:00Z'`,
      [thread],
    );
    await accept(edit);
    const html = await page(thread);
    expect(html).toContain('Devant la gare');
    expect(html).toMatch(/Déplacé\s: c’était/);
    expect(html).toContain('Annulé');
  });

  it('is undone: the facts of before stand again, and nothing that came in between goes', async () => {
    await undoLast();
    const html = await page(thread);
    expect(html).toContain('Parvis de la mairie');
    expect(html).not.toMatch(/Déplacé\s: c’était/);
    expect(html).toContain('Annulé');
  });

  it('is corrected by its author and changed by who accepts it', async () => {
    const [edit] = await world.writer.query<{ id: string; version: number }>(
      `select id, version from desk.submission where kind = 'edit' and thread_id = $1 and status = 'waiting'`,
      [thread],
    );
    const own = await world.visitor(ada.cookie).get(`/me/submissions/${edit?.id}`);
    const { action, fields: typed } = filled(own.html(), 'place');
    await world.visitor(ada.cookie).post(action, { ...typed, place: ['Sous le pont'] });
    const card = await atDesk().get(`/desk/submissions/${edit?.id}`);
    expect(card.text).toContain('Sous le pont');
    const form = filled(card.html(), 'place');
    await atDesk().post(form.action, { ...form.fields, decision: 'accept', place: ['Sur le pont'] });
    expect(await page(thread)).toContain('Sur le pont');
  });

  it('is made by the team at once, and undone', async () => {
    const form = await atDesk().get(`/desk/thread/${thread}/posts/1/correction`);
    const { action, fields: typed } = filled(form.html(), 'version');
    change = typed['version']?.[0] ?? '';
    const done = await atDesk().post(action, { ...typed, remark: ['L’adresse était fausse'], bring: ['Un carnet'] });
    expect([change, done.status]).toEqual([change, 303]);
    expect(await page(thread)).toContain('Un carnet');
    await undoLast();
    expect(await page(thread)).toContain('Venez sans smartphone');
  });

  it('is withdrawn with the whole by its author: no row has a word of it', async () => {
    const done = await world.visitor(ada.cookie).post(`/thread/${thread}/posts/1/withdrawal`, {});
    expect(done.status).toBe(303);
    for (const table of ['workshop', 'workshop_date', 'workshop_part', 'private.workshop_secret', 'desk.kept_date'])
      expect([
        table,
        await world.db.owner
          .query(`select 1 from ${table} where thread_id = ${thread}`)
          .then(({ rowCount }) => rowCount),
      ]).toEqual([table, 0]);
    expect(
      await world.writer.query(
        'select facts from desk.submission where thread_id = $1 and (facts is not null or base_facts is not null)',
        [thread],
      ),
    ).toEqual([]);
  });
});

describe('what is wrong with a workshop', () => {
  it.each([
    ['an end before its start', { start: '2026-12-12T14:00', end: '2026-12-12T13:00' }, 'la fin vient après le début'],
    ['fifteen days', { start: '2026-12-12T14:00', end: '2026-12-27T15:00' }, 'quatorze jours au plus'],
    ['a past date', { start: '2026-11-01T14:00', end: '2026-11-01T15:00' }, 'cette date est passée'],
    ['40 February', { start: '2027-02-40T14:00', end: '2027-02-28T15:00' }, 'ce n’est pas une date'],
    ['the hour that the clock leaves out', { start: '2027-03-28T02:30', end: '2027-03-28T04:00' }, 'n’existe pas'],
    ['an unknown zone', { zone: 'Europe/Atlantis' }, 'ce fuseau horaire n’existe pas'],
    ['an unknown town', { town: 'Atlantis' }, 'Commune'],
    ['a town of which there are several', { town: 'saint-denis' }, 'Saint-Denis (974)'],
    ['neither town nor address online', { town: '' }, 'il faut une commune'],
    ['an address online that is not https', { online: 'http://a.example' }, 'https://'],
    [
      '61 dates',
      { start: Array<string>(61).fill('2026-12-12T14:00'), end: Array<string>(61).fill('2026-12-12T15:00') },
      'soixante',
    ],
    ['no date', { start: '', end: '' }, 'ne peut pas rester vide'],
    ['four themes', { themes: ['mapping', 'cameras', 'courts', 'drones'] }, 'trois thèmes au plus'],
    ['seats without registration', { admission: 'none', reveal: 'public' }, 'pas de places à compter'],
    ['501 seats', { seats: '501' }, 'de 1 à 500'],
    ['a text that is too long', { bring: 'a'.repeat(501) }, 'trop long'],
  ])('is said at the field, with all that was typed: %s', async (_what, wrong, words) => {
    const answer = await world.visitor().post('/category/rendez-vous/workshops', fields(wrong));
    expect(answer.status).toBe(422);
    expect(answer.html().querySelector('.err')?.text).toContain(words);
    expect(answer.html().querySelector('[name="address"]')?.text).toContain('3, quai des Secrets');
  });

  it('is said of its fields on a thread that has no facts, and of a workshop without any', async () => {
    const thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Des mots.', by: ada.visitor });
    const edit = { version: '0', text: 'D’autres mots.', title: 'Un sujet', key: 'facts-on-a-thread' };
    expect(
      (await world.visitor(ada.cookie).post(`/thread/${thread}/posts/1/edits`, { ...edit, place: 'Ici' })).status,
    ).toBe(422);
    const bare = await world
      .visitor()
      .post('/category/rendez-vous/workshops', { title: 'Nu', text: 'Sans date', key: 'a-bare-workshop' });
    expect(bare.status).toBe(422);
  });

  it('is that its category takes none', async () => {
    expect((await world.visitor().get('/category/villes/workshops/new')).status).toBe(403);
    expect((await world.visitor().post('/category/villes/workshops', fields())).status).toBe(403);
  });

  it('is a word of the list among its facts', async () => {
    await world.db.owner.query(`insert into desk.blocked_word (list, word) values ('refuse', 'pastèque')`);
    const answer = await world.visitor().post('/category/rendez-vous/workshops', fields({ bring: 'Une pastèque' }));
    expect(answer.status).toBe(403);
  });
});

describe('the list of themes', () => {
  it('is the administrators’: one more, and one that is switched off stays where it was chosen', async () => {
    const admin = world.visitor((await world.member('Augustine', { role: 'administrator' })).cookie);
    expect((await atDesk().get('/themes')).status).toBe(404);
    const added = await admin.post('/themes', { fr: 'Radars', en: 'Speed cameras', position: '13', active: 'yes' });
    expect(added.location).toBe('/themes?saved=yes#theme-speed-cameras');
    expect(
      (await admin.post('/themes/mapping', { fr: 'Cartes', en: 'Maps', position: '10', active: '' })).status,
    ).toBe(303);
    const form = await admin.get('/category/rendez-vous/workshops/new');
    expect(
      form
        .html()
        .querySelectorAll('[name="themes"]')
        .map((each) => each.getAttribute('value')),
    ).toEqual(expect.arrayContaining(['speed-cameras', 'courts']));
    expect(form.text).not.toContain('value="mapping"');
    expect((await world.visitor().post('/category/rendez-vous/workshops', fields({ themes: 'mapping' }))).status).toBe(
      422,
    );
    expect((await admin.post('/themes', { fr: '', en: 'x', position: 'y', active: 'yes' })).status).toBe(422);
  });
});

describe('a category', () => {
  const settings = {
    name: 'Villes',
    audience: 'everyone',
    opens: 'everyone',
    hold: 'all',
    acceptedUntil: '3',
    agreement: '1',
    edits: 'held',
    guestsWrite: 'yes',
  };
  const takes = async (): Promise<string[]> =>
    (await world.reader.query<{ takes: string[] }>(`select takes from category where slug = 'villes'`))[0]?.takes ??
    [];

  it('takes what its boxes say; a form without them changes nothing, and none ticked is refused', async () => {
    const sage = world.visitor((await world.member('Sage', { role: 'administrator' })).cookie);
    const [{ id = 0 } = {}] = await world.reader.query<{ id: number }>(
      `select id from category where slug = 'villes'`,
    );
    const save = async (more: object) => (await sage.post(`/categories/${id}`, { ...settings, ...more })).status;
    const guest = world.visitor();
    expect((await guest.get('/category/villes/workshops/new')).status).toBe(403);
    expect(await save({ takes: ['', 'thread', 'workshop'] })).toBe(303);
    expect(await takes()).toEqual(['thread', 'workshop']);
    expect((await guest.get('/category/villes/workshops/new')).status).toBe(200);
    expect(await save({})).toBe(303);
    expect(await takes()).toEqual(['thread', 'workshop']);
    expect(await save({ takes: '' })).toBe(422);
    expect(await save({ takes: ['', 'thread', 'party'] })).toBe(422);
    expect(await save({ takes: ['', 'thread'] })).toBe(303);
    expect(await takes()).toEqual(['thread']);
  });

  it('that takes no workshops gets none, and a workshop is merged into nothing: facts stay where they are', async () => {
    const thread = await accept(await proposed({ title: 'Qui reste', text: 'Là où elle est.', themes: 'cameras' }));
    const other = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier mot.', by: ada.visitor });
    const act = (path: string, fields: Record<string, string>) => atDesk().post(`/desk/thread/${path}`, fields);
    const change = { from: 'rendez-vous', category: 'villes', action: 'do' };
    expect((await act(`${thread}/category`, change)).status).toBe(409);
    expect((await act(`${thread}/merge`, { to: String(other), action: 'do' })).status).toBe(409);
    const rows = await world.reader.query('select category_id, moved_to from thread where id = $1', [thread]);
    expect(rows).toEqual([expect.objectContaining({ moved_to: null })]);
    expect(await page(thread)).toContain('Parvis de la mairie');
    // Nor does an undo bring it back to a category that has ceased to take its kind.
    await world.category({ slug: 'ateliers', name: 'Ateliers' });
    await world.db.owner.query(`update category set takes = '{thread,workshop}' where slug = 'ateliers'`);
    expect((await act(`${thread}/category`, { ...change, category: 'ateliers' })).status).toBe(303);
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      'select max(id)::text as id from desk.decision',
    );
    const undo = () => atDesk().post(`/desk/decisions/${id}/undo`, {});
    await world.db.owner.query(`update category set takes = '{thread}' where slug = 'rendez-vous'`);
    expect((await undo()).status).toBe(409);
    await world.db.owner.query(`update category set takes = '{thread,workshop}' where slug = 'rendez-vous'`);
    expect((await undo()).status).toBe(303);
    // Other threads may come into it.
    expect((await act(`${other}/merge`, { to: String(thread), action: 'do' })).status).toBe(303);
  });
});
