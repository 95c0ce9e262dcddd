import { io } from 'socket.io-client';
import { formWith } from '../../form.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

const DAY = 86_400_000;

describe('suspending a member', () => {
  let world: World;
  let moderator: Person;
  let limited: Person;
  let ada: Person;
  let alma: Person;

  const record = (name = 'Alma') => `/desk/members/${encodeURIComponent(name)}`;
  const by = (who: Person) => world.visitor(who.cookie);
  const logIn = (who: Person) => world.visitor().post('/login', { name: who.name, password: who.password });
  const suspend = (who: Person, name: string, fields: Record<string, string>) =>
    by(who).post(`${record(name)}/suspension`, { length: 'week', day: '', why: 'Trois insultes.', ...fields });
  const lastDecision = async (): Promise<string> =>
    (await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision'))[0]?.id ?? '';

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes' });
    moderator = await world.member('Nadia', { role: 'moderator' });
    limited = await world.member('Lise', { role: 'moderator', categories: ['villes'] });
    ada = await world.member('Ada', { role: 'administrator' });
    alma = await world.member('Alma');
  });

  afterAll(async () => {
    const all = await triedUndoings(world);
    await world.close();
    expect(wronglyOffered(all)).toEqual([]);
  });

  it('ends their sessions and sockets at once, and tells them until when and why', async () => {
    await by(alma).post('/category/villes/threads', {
      title: 'Un sujet d’Alma',
      text: 'Elle écrit.',
      key: 'key-of-alma-one',
    });
    const socket = io(world.url, {
      transports: ['websocket'],
      extraHeaders: { Origin: world.url, Cookie: alma.cookie },
    });
    await new Promise((resolve) => socket.on('connect', () => resolve(null)));
    const closed = new Promise((resolve) => socket.on('disconnect', resolve));
    const form = formWith((await by(moderator).get(record())).html(), 'why');
    const done = await by(moderator).post(form.action, {
      ...form.fields,
      length: 'week',
      why: 'Trois insultes.\nRevenez après.',
    });
    expect(done.status).toBe(303);
    await closed;
    socket.close();
    expect((await by(alma).get('/me')).headers.get('location')).toMatch(/^\/login/);
    const told = await logIn(alma);
    expect(told.status).toBe(403);
    expect(told.headers.getSetCookie()).toEqual([]);
    for (const said of ['Trois insultes.', 'Jusqu’au 29 novembre 2026 à 15 h 00', 'lire le forum sans vous connecter'])
      expect(told.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(said);
    expect((await world.visitor().post('/login', { name: 'Alma', password: 'un tout autre mot' })).text).not.toContain(
      'Trois insultes',
    );
    const page = await by(moderator).get(done.headers.get('location') ?? '');
    expect(page.html().querySelector('[data-done]')?.textContent).toContain('Annuler');
    expect(page.text).toContain('compte suspendu');
    expect((await by(moderator).get('/desk')).text).toContain('Un sujet d’Alma');
    const log = await by(moderator).get('/desk/log');
    expect(log.html().querySelector(`.log a[href="${record()}"]`)?.textContent).toBe('Alma');
    expect((await by(limited).get('/desk/log')).text).not.toContain('Alma');
    expect((await by(ada).get('/members')).text).toContain('suspendu');
    expect((await suspend(moderator, 'Alma', {})).status).toBe(409);
  });

  it('ends by itself, with its undo, or when somebody opens the account again; and that can be undone as well', async () => {
    const start = world.clock.now();
    world.clock.set(new Date(start.getTime() + 7 * DAY - 1000));
    expect((await logIn(alma)).status).toBe(403);
    world.clock.set(new Date(start.getTime() + 7 * DAY));
    expect((await logIn(alma)).status).toBe(303);
    // A week is as long as a session of the team lasts.
    [moderator, limited, ada] = (await Promise.all(
      [moderator, limited, ada].map(async (who) => ({ ...who, cookie: await world.session(who.id) })),
    )) as [Person, Person, Person];
    expect((await by(moderator).get(record())).text).toContain('Le compte est ouvert.');
    expect((await suspend(moderator, 'Alma', { length: 'date', day: '2026-12-24' })).status).toBe(303);
    expect((await logIn(alma)).text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'Jusqu’au 25 décembre 2026 à 0 h 00',
    );
    expect((await by(moderator).post(`/desk/decisions/${await lastDecision()}/undo`)).status).toBe(303);
    expect((await logIn(alma)).status).toBe(303);
    expect((await suspend(moderator, 'Alma', { length: 'forever' })).status).toBe(303);
    const suspended = await lastDecision();
    expect((await by(moderator).post(`${record()}/reinstatement`)).status).toBe(303);
    expect((await logIn(alma)).status).toBe(303);
    expect((await by(moderator).post(`/desk/decisions/${suspended}/undo`)).status).toBe(409);
    expect((await by(moderator).post(`/desk/decisions/${await lastDecision()}/undo`)).status).toBe(303);
    expect((await logIn(alma)).text).toContain('Trois insultes.');
    expect((await logIn(alma)).text).toContain('Sans date de fin');
    expect((await by(moderator).post(`${record()}/reinstatement`)).status).toBe(303);
    expect((await by(moderator).post(`${record()}/reinstatement`)).status).toBe(409);
  });

  it('is for moderators of all categories and members, for administrators and everybody but themselves', async () => {
    expect((await suspend(limited, 'Alma', {})).status).toBe(403);
    expect((await by(limited).get(record())).html().querySelector('form[action$="/suspension"]')).toBeNull();
    expect((await suspend(moderator, 'Lise', {})).status).toBe(403);
    expect((await suspend(moderator, 'Nadia', {})).status).toBe(403);
    expect((await suspend(ada, 'Ada', {})).status).toBe(403);
    expect((await suspend(ada, 'Lise', {})).status).toBe(303);
    expect((await by(moderator).post(`/desk/decisions/${await lastDecision()}/undo`)).status).toBe(403);
    expect((await by(ada).post(`/desk/decisions/${await lastDecision()}/undo`)).status).toBe(303);
    limited = { ...limited, cookie: await world.session(limited.id) };
    for (const who of [by(alma), world.visitor()]) {
      expect((await who.get(record('Nadia'))).status).toBe(404);
      expect((await who.post(`${record('Nadia')}/suspension`, { length: 'day', day: '', why: 'Non.' })).status).toBe(
        404,
      );
    }
    expect((await by(moderator).get(record('Personne'))).status).toBe(404);
    expect((await by(moderator).get(record('alma'))).status).toBe(301);
  });

  it('happens once, of ten who press the button', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => suspend(moderator, 'Alma', {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array<number>(9).fill(409)]);
    expect((await by(moderator).post(`${record()}/reinstatement`)).status).toBe(303);
  });

  it('comes back with what was typed when something is missing', async () => {
    const silent = await suspend(moderator, 'Alma', { length: 'month', why: ' ' });
    expect(silent.status).toBe(422);
    const past = await suspend(moderator, 'Alma', { length: 'date', day: '2026-01-01', why: 'Bavardages.' });
    expect(past.status).toBe(422);
    expect(formWith(past.html(), 'why').fields).toMatchObject({ day: '2026-01-01', why: 'Bavardages.' });
    for (const day of ['demain', '2027-02-30'])
      expect((await suspend(moderator, 'Alma', { length: 'date', day })).status).toBe(422);
    expect((await suspend(moderator, 'Alma', { length: 'year' })).status).toBe(422);
    expect((await logIn(alma)).status).toBe(303);
  });

  it('stands beside notes that moderators write for one another, and that nobody takes away', async () => {
    const add = (who: Person, words: string) => by(who).post(`${record()}/notes`, { words });
    expect((await add(limited, 'A déjà été <i>prévenue</i>.')).status).toBe(303);
    expect((await add(limited, 'A déjà été <i>prévenue</i>.')).status).toBe(303);
    expect((await add(moderator, ' ')).status).toBe(422);
    const seen = await by(moderator).get(record());
    expect(seen.text.match(/A déjà été &lt;i>prévenue/g)).toHaveLength(1);
    expect(seen.html().querySelector('form[action*="/notes/"]')).toBeNull();
    const [waiting] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where status = 'waiting'`,
    );
    const context = await by(moderator).get(`/desk/submissions/${waiting?.id}/context`);
    expect(context.text).toContain('A déjà été &lt;i>prévenue');
    expect(context.html().querySelector(`a[href="${record()}"]`)).not.toBeNull();
    const strike =
      (await by(limited).get(record())).html().querySelector('form[action*="/notes/"]')?.getAttribute('action') ?? '';
    expect((await by(moderator).post(strike)).status).toBe(404);
    expect((await by(limited).post(strike)).status).toBe(303);
    expect((await by(moderator).get(record())).html().querySelector('del')?.textContent).toContain('A déjà été');
    for (const who of [by(alma), world.visitor()])
      expect((await who.post(`${record()}/notes`, { words: 'Non.' })).status).toBe(404);
    const accept = await by(moderator).post(`/desk/submissions/${waiting?.id}/decision`, {
      decision: 'accept',
      version: '1',
    });
    expect(accept.status).toBe(303);
    const link = async (who: Person | null) =>
      (await world.visitor(who?.cookie).get('/user/Alma')).html().querySelector(`a[href="${record()}"]`);
    expect(await link(moderator)).not.toBeNull();
    for (const who of [null, { ...alma, cookie: await world.session(alma.id) }]) expect(await link(who)).toBeNull();
  });

  it('shows a moderator of one category how often something became of a member’s messages there, and nowhere else', async () => {
    await world.category({ slug: 'ailleurs', hold: 'nobody' });
    const zoe = await world.member('Zélie');
    await world.thread({ category: 'ailleurs', title: 'Loin des villes', text: 'Un mot.', by: zoe.visitor });
    const read = async (who: Person): Promise<string> =>
      (await by(who).get(record('Zélie'))).html().querySelector('main')?.text ?? '';
    expect(await read(moderator)).toMatch(/1\spublié/);
    expect(await read(limited)).not.toContain('publié');
  });
});
