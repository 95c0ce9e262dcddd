import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sent } from '../../browsing.js';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs', name: 'Ailleurs' });
  moderator = await world.member('Mo', { role: 'moderator' });
});
afterAll(() => world.close());

const desk = () => world.visitor(moderator.cookie);
const key = (): string => `key-of-named-towns-${(keys += 1)}`;
const NEW = { title: 'Le mât du lavoir', text: 'Il penche depuis mardi.' };

const send = (fields: Sent) => world.visitor().post('/category/villes/threads', { ...NEW, key: key(), ...fields });

/** Where it is followed, and its id. */
async function sent(fields: Sent): Promise<{ follow: string; id: string }> {
  world.clock.advance(1000);
  const answer = await send(fields);
  expect(answer.status).toBe(303);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc limit 1',
  );
  return { follow: answer.location ?? '', id: row?.id ?? '' };
}

async function accept(id: string, version = '1', more: Record<string, string> = {}): Promise<number> {
  const done = await desk().post(`/desk/submissions/${id}/decision`, { decision: 'accept', version, ...more });
  expect(done.status).toBe(303);
  const [row] = await world.writer.query<{ thread: number }>(
    'select thread_id as thread from desk.submission where id = $1',
    [id],
  );
  return row?.thread ?? 0;
}

async function undoLast(): Promise<void> {
  const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
  expect((await desk().post(`/desk/decisions/${row?.id}/undo`, {})).status).toBe(303);
}

/** Ids of the threads on the page of a town. */
const listed = async (town = '/town/57534/peltre'): Promise<number[]> =>
  (await world.visitor().get(town))
    .html()
    .querySelectorAll('li[data-thread]')
    .map((line) => Number(line.getAttribute('data-thread')));

const ties = () =>
  world.reader.query<{ town: string }>('select thread_id as thread, town_code as town from thread_town');

describe('the form of a thread', () => {
  it('asks for a town, completes it, and shows it in the preview', async () => {
    const page = (await world.visitor().get('/category/villes/threads/new')).html();
    expect(page.querySelector('[data-town] input[name="town"]')).not.toBeNull();
    const preview = await world.visitor().post('/category/villes/threads', { ...NEW, town: '57534' });
    expect(preview.status).toBe(200);
    expect(preview.html().querySelector('.as-seen .said-facts')?.text).toContain('Peltre (57)');
    const form = formWith(preview.html(), 'key');
    expect(form.fields['town']).toBe('57534');
    const none = await world.visitor().post('/category/villes/threads', { ...NEW, town: '' });
    expect(none.html().querySelector('.said-facts')).toBeNull();
  });

  it.each([
    ['57534', '57534', 'Peltre (57)'],
    ['peltre', '57534', 'Peltre (57)'],
    ['68000', '68066', 'Colmar (68)'],
  ])('takes %s', async (town, code, townName) => {
    const { id } = await sent({ town });
    const [row] = await world.writer.query<{ facts: object }>('select facts from desk.submission where id = $1', [id]);
    expect(row?.facts).toEqual({ of: 'tie', town: code, townName });
  });

  it.each([
    ['nothing is typed beside it', ['', '57534']],
    ['nothing is typed after it', ['57534', '']],
    ['it comes twice', ['57534', '57534']],
    ['« another one » stands beside it', ['?', '57534']],
  ])('takes a town that was chosen where %s', async (_, town) => {
    const { id } = await sent({ town });
    const [row] = await world.writer.query<{ facts: object }>('select facts from desk.submission where id = $1', [id]);
    expect(row?.facts).toEqual({ of: 'tie', town: '57534', townName: 'Peltre (57)' });
  });

  it('is refused where two different towns come, and gives back both and the text', async () => {
    const stored = () => world.writer.query('select id from desk.submission');
    const before = (await stored()).length;
    for (const action of ['preview', 'send']) {
      const refused = await send({ town: ['57534', '57463'], action });
      expect(refused.status).toBe(422);
      const page = refused.html();
      expect(page.querySelector('.wrongs')?.text).toContain('Commune');
      expect(page.querySelector('.wrongs')?.text).toContain('est arrivé deux fois');
      expect(page.querySelectorAll('.slip.bad textarea').map(({ text }) => text.trim())).toEqual([
        NEW.text,
        '57534\n57463',
      ]);
    }
    expect((await stored()).length).toBe(before);
  });

  it('asks which one is meant, with all that was typed', async () => {
    const unclear = await send({ town: 'Saint-Denis', name: 'Lou' });
    expect(unclear.status).toBe(422);
    const page = unclear.html();
    expect(page.querySelectorAll('input[type="radio"][name="town"]').length).toBeGreaterThan(2);
    expect(formWith(page, 'text').fields).toMatchObject({ ...NEW, name: 'Lou' });
    const none = await send({ town: 'Nulleparville' });
    expect(none.status).toBe(422);
    expect(none.html().querySelector('.field.err [name="town"]')?.getAttribute('value')).toBe('Nulleparville');
  });

  it('is refused under a key that was used with another town, and stored once with the same', async () => {
    const same = { town: '57534', key: key() };
    const [first, second] = [await send(same), await send(same)];
    expect([first.status, second.location]).toEqual([303, first.location]);
    expect((await send({ ...same, town: '57463' })).status).toBe(409);
  });
});

describe('a town that the author of a thread names', () => {
  it('waits with the thread, stands on its card, is corrected, and is published with it', async () => {
    const { follow, id } = await sent({ town: '57534' });
    expect([await listed(), await ties()]).toEqual([[], []]);
    expect((await desk().get(`/desk/submissions/${id}`)).html().querySelector('.said-facts')?.text).toContain(
      'Peltre (57)',
    );
    const page = (await world.visitor().get(follow)).html();
    const form = formWith(page, 'town');
    expect([form.action, form.fields['town']]).toEqual([`${follow}/correction`, 'Peltre (57)']);
    expect((await world.visitor().post(form.action, { ...form.fields, town: 'Metz' })).status).toBe(303);
    expect((await desk().get(`/desk/submissions/${id}`)).html().querySelector('.said-facts')?.text).toContain(
      'Metz (57)',
    );
    const thread = await accept(id, '2');
    expect([await listed(), await listed('/town/57463/metz')]).toEqual([[], [thread]]);
    const own = (await world.visitor().get(follow)).html();
    expect(own.querySelector('form input[name="town"]')).toBeNull();
  });

  it('may be changed by whoever accepts it', async () => {
    const { id } = await sent({ town: '57463' });
    const thread = await accept(id, '1', { ...NEW, town: '57534' });
    expect(await listed()).toEqual([thread]);
    await undoLast();
    expect(await listed()).toEqual([]);
  });

  it('goes with a removal, a withdrawal and an undone acceptance, and comes back with a restoration', async () => {
    const { follow, id } = await sent({ town: '57534' });
    const thread = await accept(id);
    expect(await listed()).toEqual([thread]);
    await undoLast();
    expect([
      await listed(),
      await world.reader.query('select from thread_town where thread_id = $1', [thread]),
    ]).toEqual([[], []]);
    // Accepted again as it was, then with another town, then with none.
    await accept(id);
    expect(await listed()).toEqual([thread]);
    for (const [town, where] of [
      ['57463', '/town/57463/metz'],
      ['', null],
    ] as const) {
      const [row] = await world.writer.query<{ id: string }>(
        `select id::text from desk.decision where submission_id = $1 and decision = 'accept' order by id desc limit 1`,
        [id],
      );
      expect((await desk().post(`/desk/decisions/${row?.id}/undo`, {})).status).toBe(303);
      const form = formWith((await world.visitor().get(follow)).html(), 'town');
      expect((await world.visitor().post(form.action, { ...form.fields, town })).status).toBe(303);
      await accept(id, String(Number(form.fields['version']) + 1));
      expect(await listed()).toEqual([]);
      if (where !== null) expect(await listed(where)).toContain(thread);
      else expect(await world.reader.query('select from thread_town where thread_id = $1', [thread])).toEqual([]);
    }
    const other = await sent({ town: '57534' });
    const second = await accept(other.id);
    expect(await listed()).toEqual([second]);
    await desk().post(`/desk/thread/${second}/posts/1/removal`, { reason: 'other', remark: '' });
    expect(await listed()).toEqual([]);
    await undoLast();
    expect(await listed()).toEqual([second]);
    const own = formWith((await world.visitor().get(other.follow)).html(), 'version');
    expect(
      (await world.visitor().post(`${other.follow}/withdrawal`, { version: own.fields['version'] ?? '' })).status,
    ).toBe(303);
    expect(await listed()).toEqual([]);
    const kept = 'select town_code as town from desk.kept_town where thread_id = $1';
    expect(await world.writer.query(kept, [second])).toEqual([{ town: null }]);
    const said = `select from desk.submission where id = $1 and facts is not null`;
    expect(await world.writer.query(said, [other.id])).toEqual([]);
  });

  it('stays what a moderator made of it when the same is accepted again', async () => {
    const { id } = await sent({ town: '57534' });
    const thread = await accept(id);
    await desk().post(`/desk/thread/${thread}/town`, { town: '57463' });
    const [row] = await world.writer.query<{ id: string }>(
      `select id::text from desk.decision where submission_id = $1 and decision = 'accept'`,
      [id],
    );
    await desk().post(`/desk/decisions/${row?.id}/undo`, {});
    await accept(id);
    expect([await listed(), await listed('/town/57463/metz')]).toEqual([[], expect.arrayContaining([thread])]);
  });

  it('hinders neither a move nor a merge', async () => {
    const { id } = await sent({ town: '57534' });
    const thread = await accept(id);
    expect(
      (await desk().post(`/desk/thread/${thread}/category`, { from: 'villes', category: 'ailleurs', action: 'do' }))
        .status,
    ).toBe(303);
    expect(await listed()).toEqual([thread]);
    const into = await world.thread({ category: 'ailleurs', title: 'Un autre', text: 'Ailleurs.' });
    expect((await desk().post(`/desk/thread/${thread}/merge`, { to: String(into), action: 'do' })).status).toBe(303);
    expect(await listed()).toEqual([]);
    await undoLast();
    expect(await listed()).toEqual([thread]);
  });
});
