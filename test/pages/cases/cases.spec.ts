import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let ada: Person;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'dossiers', name: 'Dossiers locaux' });
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.db.owner.query(`update category set history = true`);
  await world.db.owner.query(`update category set takes = '{thread,case}' where slug = 'dossiers'`);
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
});
afterAll(() => world.close());

const FIELDS = {
  title: 'Peltre, les caméras du lavoir',
  text: 'La commune en a voté quatre, sans étude.',
  town: 'peltre',
  precision: '100m',
  point: 'https://www.openstreetmap.org/#map=19/49.0751234/6.2284321',
  authority: 'municipality',
  authorityName: 'Mairie de Peltre',
  themes: ['cameras', 'document-requests'],
  status: 'documented',
};
const EXACT = /49\.0751|6\.2284/;

let keys = 0;
const fields = (more: object = {}): Record<string, string | string[]> => ({
  ...FIELDS,
  name: 'Lou',
  key: `case-key-${String((keys += 1)).padStart(6, '0')}`,
  ...more,
});

const atDesk = () => world.visitor(moderator.cookie);

async function sent(more: object = {}, by = world.visitor()): Promise<string> {
  world.clock.advance(1000);
  const answer = await by.post('/category/dossiers/cases', fields(more));
  expect([answer.status, answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}

async function accept(id: string, version = 1): Promise<number> {
  const done = await atDesk().post(`/desk/submissions/${id}/decision`, {
    decision: 'accept',
    version: String(version),
  });
  expect(done.status).toBe(303);
  const [row] = await world.writer.query<{ thread: number }>(
    'select thread_id as thread from desk.submission where id = $1',
    [id],
  );
  return row?.thread ?? 0;
}

async function page(thread: number): Promise<string> {
  const led = await world.visitor().get(`/thread/${thread}`);
  return (await world.visitor().get(led.location ?? '')).text;
}

async function undoLast(): Promise<void> {
  const [row] = await world.writer.query<{ id: string }>(
    'select d.id::text from desk.decision d order by d.id desc limit 1',
  );
  expect((await atDesk().post(`/desk/decisions/${row?.id}/undo`, {})).status).toBe(303);
}

const listed = async (query = ''): Promise<number[]> =>
  (await world.visitor().get(`/cases${query}`))
    .html()
    .querySelectorAll('li[data-case]')
    .map((each) => Number(each.getAttribute('data-case')));

describe('a case', () => {
  let id: string;
  let thread: number;

  it('is opened by a guest from the page of a town, and the preview shows what would be kept', async () => {
    const guest = world.visitor();
    const led = await guest.get('/cases/new?town=57534');
    expect(led.location).toBe('/category/dossiers/cases/new?town=57534');
    const form = (await guest.get(led.location ?? '')).html();
    expect(form.querySelector('input[name="town"]')?.getAttribute('value')).toBe('57534');
    const preview = await guest.post('/category/dossiers/cases', { ...fields({ key: '' }), action: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.html().querySelector('.as-seen .facts')?.text).toContain('Peltre (57)');
    expect(preview.html().querySelector('.as-seen .facts')?.text).not.toMatch(EXACT);
    id = await sent();
    const again = await guest.post('/category/dossiers/cases', {
      ...fields(),
      key: `case-key-${String(keys).padStart(6, '0')}`,
    });
    expect(again.status).toBe(303);
  });

  it('waits at the desk with all its facts, and its exact point is in no table', async () => {
    const card = await atDesk().get('/desk?kind=case');
    expect(card.text).toContain('Mairie de Peltre');
    expect(card.text).toContain('à cent mètres près');
    const { rows: tables } = await world.db.owner.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'desk', 'private') and table_type = 'BASE TABLE' and table_name <> 'town'`,
    );
    for (const { name } of tables) {
      const { rows: found } = await world.db.owner.query(
        `select 1 from ${name} t where t::text ~ '49\\.0751|6\\.2284' limit 1`,
      );
      expect([name, found]).toEqual([name, []]);
    }
    expect(await listed()).toEqual([]);
  });

  it('is published with its facts, on its town, in the list and on the home page', async () => {
    thread = await accept(id);
    const html = await page(thread);
    expect(html).toContain('documenté');
    expect(html).toContain('Mairie de Peltre');
    expect(html).not.toMatch(EXACT);
    expect(await world.reader.query('select latitude, longitude, precision from local_case')).toEqual([
      { latitude: 49.075, longitude: 6.228, precision: '100m' },
    ]);
    for (const path of ['/', '/town/57534/peltre'])
      expect([
        path,
        (await world.visitor().get(path)).html().querySelectorAll(`[data-case="${thread}"]`).length,
      ]).toEqual([path, 1]);
    for (const [query, found] of [
      ['', true],
      ['?status=documented', true],
      ['?status=won', false],
      ['?town=Peltre', true],
      ['?town=Metz', false],
      ['?department=57', true],
      ['?department=75', false],
      ['?theme=cameras&authority=municipality', true],
      ['?authority=ministry', false],
      ['?since=2030-01-01', false],
    ] as const)
      expect([query, await listed(query)]).toEqual([query, found ? [thread] : []]);
    expect((await world.visitor().get('/cases?town=Saint-Denis')).status).toBe(422);
    expect((await world.visitor().get('/cases?status=lasting')).status).toBe(404);
  });

  it('has moved since a day that began where the forum is', async () => {
    const moved = async (at: string) =>
      world.db.owner.query('update local_case set moved_at = $2 where thread_id = $1', [thread, at]);
    const { rows } = await world.db.owner.query<{ at: string }>(
      'select moved_at::text as at from local_case where thread_id = $1',
      [thread],
    );
    // Half past midnight in Paris.
    await moved('2026-11-19T23:30:00Z');
    expect([await listed('?since=2026-11-20'), await listed('?since=2026-11-21')]).toEqual([[thread], []]);
    await moved(rows[0]?.at ?? '');
  });

  it('has no dates of a workshop, not even an empty calendar of them', async () => {
    expect((await world.visitor().get(`/thread/${thread}/workshop.ics`)).status).toBe(404);
  });

  it('is shown to whoever would open another one about the same town', async () => {
    const preview = await world
      .visitor()
      .post('/category/dossiers/cases', { ...fields({ key: '' }), action: 'preview' });
    expect(preview.html().querySelector('[data-cases-there]')?.text).toContain('les caméras du lavoir');
    const elsewhere = await world.visitor().post('/category/dossiers/cases', {
      ...fields({ key: '', town: 'metz', point: '', precision: '' }),
      action: 'preview',
    });
    expect(elsewhere.html().querySelector('[data-cases-there]')).toBeNull();
  });

  it('goes with its first post and comes back with it', async () => {
    await atDesk().post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other', remark: '' });
    expect(await listed()).toEqual([]);
    expect(await world.reader.query('select * from local_case')).toEqual([]);
    await undoLast();
    expect(await listed()).toEqual([thread]);
    expect(await page(thread)).toContain('Mairie de Peltre');
  });

  it('is edited with its facts, and the undo of the edit changes back what it had changed', async () => {
    const own = await accept(
      await sent(
        { title: 'Metz, la passerelle', town: 'metz', point: '', precision: '', name: '' },
        world.visitor(ada.cookie),
      ),
    );
    const form = (await world.visitor(ada.cookie).get(`/thread/${own}/posts/1/edits/new`)).html();
    expect(form.querySelector('option[value="documented"]')?.hasAttribute('selected')).toBe(true);
    world.clock.advance(1000);
    const edited = await world.visitor(ada.cookie).post(`/thread/${own}/posts/1/edits`, {
      ...fields({ title: 'Metz, la passerelle', town: 'metz', point: '', precision: '', status: 'requested' }),
      name: '',
      version: form.querySelector('input[name="version"]')?.getAttribute('value') ?? '',
    });
    expect(edited.status).toBe(303);
    const [row] = await world.writer.query<{ id: string }>(`select id from desk.submission where kind = 'edit'`);
    expect((await atDesk().get('/desk?kind=edit')).html().querySelector('.changes')?.text).toContain(
      'demande envoyée',
    );
    await accept(row?.id ?? '');
    expect(await listed('?status=requested')).toEqual([own]);
    await undoLast();
    expect(await listed('?status=requested')).toEqual([]);
    expect(await listed('?status=documented')).toEqual([own, thread]);
  });

  it('outside of France has a country and a place', async () => {
    const far = await accept(
      await sent({
        title: 'Liège, les rives',
        town: '',
        country: 'Belgique',
        place: 'Liège',
        point: 'geo:50.6412,5.5718',
        precision: 'town',
      }),
    );
    expect(await page(far)).toContain('Liège, Belgique');
    expect(await world.reader.query('select latitude, longitude from local_case where thread_id = $1', [far])).toEqual(
      [{ latitude: 50.6, longitude: 5.6 }],
    );
  });

  it.each([
    [{ town: '' }, 'town'],
    [{ town: 'Nulleparville' }, 'town'],
    [{ town: 'Saint-Denis' }, 'town'],
    [{ country: 'Belgique' }, 'country'],
    [{ town: '', country: 'Atlantide', place: 'x' }, 'country'],
    [{ town: '', country: 'Belgique', place: '' }, 'place'],
    [{ town: '', country: 'France', place: 'Lyon' }, 'town'],
    [{ point: '', lat: '91', lon: '6' }, 'lat'],
    [{ point: '', lat: '49', lon: '181' }, 'lon'],
    [{ point: 'ici' }, 'point'],
    [{ point: '' }, 'point'],
    [{ precision: 'metre' }, 'precision'],
    [{ point: 'geo:48.85,2.35' }, 'far'],
    [{ authority: 'king' }, 'authority'],
    [{ authority: 'other', authorityName: '' }, 'authorityName'],
    [{ authorityName: 'x'.repeat(141) }, 'authorityName'],
    [{ status: 'lasting' }, 'status'],
    [{ themes: ['cameras', 'courts', 'mapping', 'other'] }, 'themes'],
    [{ themes: ['nothing-of-the-kind'] }, 'themes'],
    [{ seats: '3' }, 'seats'],
  ])('%j is said at its field, and all that was typed comes back', async (more, field) => {
    const answer = await world.visitor().post('/category/dossiers/cases', fields(more));
    expect(answer.status).toBe(422);
    const form = answer.html().querySelector('form.writing');
    expect(form?.querySelector('[name="text"]')?.text.trim()).toBe(FIELDS.text);
    if (field !== 'seats') {
      const wrong = form?.querySelectorAll('.field.err') ?? [];
      expect(
        wrong.some((each) => each.querySelector(`[name="${field}"]`) !== null && each.querySelector('.why') !== null),
      ).toBe(true);
    }
  });

  it('a point far from its town is asked about once', async () => {
    const fine = await world.visitor().post('/category/dossiers/cases', {
      ...fields({ point: 'geo:48.85,2.35', far: 'yes', key: '' }),
      action: 'preview',
    });
    expect(fine.status).toBe(200);
  });

  it('opens only where its category takes cases', async () => {
    expect((await world.visitor().get('/category/villes/cases/new')).status).toBe(403);
    expect((await world.visitor().post('/category/villes/cases', fields())).status).toBe(403);
  });
});

describe('the map of cases', () => {
  const html = async (path: string) => (await world.visitor().get(path)).html();

  it('names all departments and territories, and shows in its list what it draws', async () => {
    const page = await html('/map');
    expect(page.querySelectorAll('[data-department]').length).toBe(109);
    expect(page.querySelectorAll('svg.france path.dep').length).toBe(96);
    expect(page.querySelector('[data-department="57"]')?.text).toMatch(/Moselle \(57\)\s+2/);
    expect(page.querySelectorAll('svg.france .pin').length).toBe(2);
    expect(page.querySelectorAll('li[data-case]').length).toBe(3);
    expect(page.querySelector('svg.france')?.text.trim()).toBe('');
  });

  it('shows a department closer, with the same filters, and leads to its right address', async () => {
    const moselle = await html('/map/57');
    expect(moselle.querySelector('h1')?.text).toContain('Moselle (57)');
    expect(moselle.querySelectorAll('li[data-case]').length).toBe(2);
    expect(moselle.querySelectorAll('path.dep.here').length).toBe(1);
    expect((await html('/map/57?status=won')).querySelectorAll('.pin').length).toBe(0);
    expect((await html('/map/974')).querySelectorAll('svg.france').length).toBe(0);
    expect((await world.visitor().get('/map/2a')).location).toBe('/map/2A');
    expect((await world.visitor().get('/map/20')).status).toBe(404);
    expect((await world.visitor().get('/map?status=lasting')).status).toBe(404);
  });

  it('is a file for other maps, and a table that no spreadsheet executes', async () => {
    await accept(await sent({ title: '=SOMME(A1), ou presque', town: 'Saint-Denis (974)', point: '', precision: '' }));
    const geo = JSON.parse((await world.visitor().get('/cases.geojson')).text) as {
      features: { geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
    };
    expect(geo.features.map(({ properties }) => properties['precision'])).toEqual(['100m', 'town', 'town', 'town']);
    expect(geo.features[0]?.geometry?.coordinates).toEqual([6.228, 49.075]);
    const csv = await world.visitor().get('/cases.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = csv.text.trimEnd().split('\r\n');
    expect(lines.length).toBe(5);
    expect(lines[4]).toContain(`"'=SOMME(A1), ou presque"`);
    expect((await world.visitor().get('/cases.csv?department=974')).text.trimEnd().split('\r\n').length).toBe(2);
  });

  it('leaves with the licence that administrators have set', async () => {
    const files = ['/cases.geojson', '/cases.csv', '/cases.xml'];
    const read = async () => Promise.all(files.map(async (path) => (await world.visitor().get(path)).text));
    for (const text of await read()) expect(text).not.toContain('CC BY-SA');
    const administrator = await world.member('Sage', { role: 'administrator' });
    const licence = 'CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/';
    expect((await world.visitor(administrator.cookie).post('/site', { licence })).status).toBe(303);
    const [geo = '', csv = '', xml = ''] = await read();
    expect((JSON.parse(geo) as { license: string }).license).toBe(licence);
    const [head, first] = csv.split('\r\n');
    expect([head?.endsWith(',licence'), first?.endsWith(`,"${licence}"`)]).toEqual([true, true]);
    expect(xml).toContain(`<copyright>${licence}</copyright>`);
    expect((await world.visitor().get('/steps.csv')).text.split('\r\n')[0]).toMatch(/,licence$/);
  });
});
