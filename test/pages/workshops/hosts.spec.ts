import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listsIn } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';
import { until } from '../../until.js';

let world: World;
let orga: Person;
let admin: Person;
let helper: Person;
let stranger: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  orga = await world.member('Olga', { role: 'organizer' });
  admin = await world.member('Augustine', { role: 'administrator' });
  helper = await world.member('Hugo');
  stranger = await world.member('Sacha', { role: 'moderator' });
  thread = await world.workshop({
    category: 'rendez-vous',
    start: ['2026-12-12T14:00', '2027-03-27T14:00', '2027-04-03T14:00'],
    end: ['2026-12-12T17:00', '2027-03-27T17:00', '2027-04-03T17:00'],
  });
});
afterAll(() => world.close());

const as = ({ cookie }: Person) => world.visitor(cookie);
const at = (rest: string, of = thread) => `/thread/${of}/workshop/${rest}`;
const text = async (who = world.visitor(), of = thread): Promise<string> => {
  const led = await who.get(`/thread/${of}`);
  return (await who.get(led.location ?? '')).html().querySelector('[data-workshop]')?.text ?? '';
};
const host = async (who: Person, action: string, member = '', of = thread) => {
  world.clock.advance(1000);
  return as(who).post(at('hosts', of), { action, member });
};
interface DateRow {
  id: string;
  starts: string;
  ends: string;
  moved: string | null;
  state: string;
  reason: string | null;
  open: boolean;
  seats: number | null;
  sequence: number;
}
const dates = (of = thread): Promise<DateRow[]> =>
  world.reader.query<DateRow>(
    `select id, to_char(starts_at at time zone 'Europe/Paris', 'MM-DD HH24:MI') as starts,
       to_char(ends_at at time zone 'Europe/Paris', 'MM-DD HH24:MI') as ends,
       to_char(moved_from at time zone 'Europe/Paris', 'MM-DD HH24:MI') as moved, state, reason, is_open as open, seats,
       sequence
     from workshop_date where thread_id = $1 order by starts_at`,
    [of],
  );
const date = async (nth: number, fields: Record<string, string>, who = orga) => {
  world.clock.advance(1000);
  return as(who).post(at(`dates/${(await dates())[nth]?.id ?? ''}`), fields);
};
const undoLast = async (who = orga) => {
  const [last] = await world.writer.query<{ id: string }>(
    'select id::text from private.workshop_act w where thread_id = $1 order by w.id desc limit 1',
    [thread],
  );
  return as(who).post(at(`acts/${last?.id ?? ''}/undo`), {});
};

describe('a workshop', () => {
  it('says that nobody can register before somebody runs it', async () => {
    expect(await text()).toContain('pas encore ouverte');
    expect(await text()).not.toContain('Qui anime');
  });

  it('is taken on by organizers and administrators, and by nobody else', async () => {
    expect((await host(helper, 'take')).status).toBe(403);
    expect((await host(stranger, 'take')).status).toBe(403);
    expect((await world.visitor().post(at('hosts'), { action: 'take' })).status).toBe(403);
    expect((await as(orga).get(at('hosts'))).status).toBe(404);
    const led = await as(orga).get(`/thread/${thread}`);
    const offered = (await as(orga).get(led.location ?? '')).html().querySelector(`form[action="${at('hosts')}"]`);
    expect(offered?.querySelector('button')?.getAttribute('value')).toBe('take');
    const taken = await host(orga, 'take');
    expect(taken.location).toMatch(/\/workshop\/hosts\?act=\d+$/);
    expect((await as(orga).get(taken.location ?? '')).html().querySelector('.done button')?.text).toContain('Annuler');
    expect(await text()).toContain('qui vient s’inscrit');
  });

  it('names its hosts only if they say so', async () => {
    expect(await text()).toContain('l’équipe d’organisation');
    expect(await text()).not.toContain('Olga');
    await host(orga, 'show');
    expect(await text()).toContain('Olga');
    await undoLast();
    expect(await text()).not.toContain('Olga');
  });

  it('has members added who help, who add others but send nobody away', async () => {
    expect((await as(helper).get(at('hosts'))).status).toBe(404);
    const unknown = await host(orga, 'add', 'Personne');
    expect(unknown.status).toBe(422);
    expect(unknown.html().querySelector('#host-member')?.getAttribute('value')).toBe('Personne');
    expect(unknown.html().querySelector('.err')?.text).toContain('aucun membre');
    await host(orga, 'add', 'hugo');
    expect((await as(helper).get(at('hosts'))).status).toBe(200);
    expect((await host(helper, 'remove', 'Olga')).status).toBe(403);
    await host(orga, 'remove', 'Hugo');
    expect((await as(helper).get(at('hosts'))).status).toBe(404);
    expect((await undoLast()).status).toBe(303);
    expect((await as(helper).get(at('hosts'))).status).toBe(200);
  });

  it('tells its story to hosts and administrators alone, who else is told nothing', async () => {
    const story = (await as(admin).get(at('hosts'))).html();
    expect(story.querySelectorAll('[data-story]').length).toBeGreaterThan(4);
    expect(story.querySelector('form[action*="/dates"]')).toBeNull();
    for (const who of [stranger, await world.member('Odile', { role: 'organizer' })])
      expect((await as(who).get(at('hosts'))).status).toBe(404);
    expect((await world.visitor().get(at('hosts'))).location).toContain('/login');
  });
});

describe('a date', () => {
  it('is moved at once by its hosts and by nobody else, and says from when, everywhere', async () => {
    const [first] = await dates();
    const wish = { action: 'move', start: '2026-12-13T15:00', end: '2026-12-13T18:00' };
    for (const who of [admin, stranger]) expect((await date(0, wish, who)).status).toBe(404);
    const moved = await date(0, wish);
    expect(moved.status).toBe(303);
    expect((await dates())[0]).toMatchObject({
      id: first?.id,
      starts: '12-13 15:00',
      ends: '12-13 18:00',
      moved: '12-12 14:00',
      sequence: (first?.sequence ?? 0) + 1,
    });
    expect(await text()).toMatch(/Déplacé\s: c’était samedi 12 décembre/);
    expect((await world.visitor().get('/workshops')).text).toMatch(/Déplacé\s: c’était samedi 12 décembre/);
    const calendar = (await world.visitor().get(`/thread/${thread}/workshop.ics`)).text;
    expect(calendar).toContain('SEQUENCE:1');
    expect(calendar).toContain('DTSTART:20261213T140000Z');
  });

  it('moves back by an undo, and then it was never moved', async () => {
    expect((await undoLast()).status).toBe(303);
    expect((await dates())[0]).toMatchObject({ starts: '12-12 14:00', moved: null, sequence: 2 });
    expect(await text()).not.toContain('Déplacé');
  });

  it('moves with those after it on the clock of its place, across the change of the clock', async () => {
    await date(1, { action: 'move', scope: 'after', start: '2027-03-26T18:30', end: '2027-03-26T20:00' });
    expect((await dates()).map(({ starts, ends }) => [starts, ends])).toEqual([
      ['12-12 14:00', '12-12 17:00'],
      ['03-26 18:30', '03-26 20:00'],
      ['04-02 18:30', '04-02 20:00'],
    ]);
  });

  it.each([
    ['an end before its start', { start: '2026-12-12T14:00', end: '2026-12-12T13:00' }, 'la fin vient après'],
    ['the past', { start: '2026-01-12T14:00', end: '2026-01-12T15:00' }, 'passée'],
    ['40 February', { start: '2027-02-40T14:00', end: '2027-02-28T15:00' }, 'pas une date'],
    ['an hour that the clock leaves out', { start: '2027-03-28T02:30', end: '2027-03-28T04:00' }, 'n’existe pas'],
  ])('is not moved to %s: it is said at the field, with what was typed', async (_, wrong, words) => {
    const answer = await date(0, { action: 'move', ...wrong });
    expect(answer.status).toBe(422);
    const form = answer.html().querySelector('details[open] form');
    expect(form?.querySelector('.err')?.text).toContain(words);
    expect(form?.querySelector('[name="start"]')?.getAttribute('value')).toBe(wrong.start);
    expect((await dates())[0]).toMatchObject({ starts: '12-12 14:00' });
  });

  it('is cancelled for a reason of the list, which everybody reads, and reopened', async () => {
    expect((await date(0, { action: 'cancel' })).status).toBe(422);
    await date(0, { action: 'cancel', reason: 'weather' });
    expect(await text()).toMatch(/Annulé\s: météo/);
    expect((await world.visitor().get(`/thread/${thread}/workshop.ics`)).text).toContain('STATUS:CANCELLED');
    expect((await date(0, { action: 'move', start: '2026-12-14T15:00', end: '2026-12-14T18:00' })).status).toBe(409);
    await date(0, { action: 'reopen' });
    expect((await dates())[0]).toMatchObject({ state: 'planned', reason: null });
    expect(await text()).not.toContain('Annulé');
  });

  it('has its registration closed and opened, with all that come', async () => {
    await date(2, { action: 'close', scope: 'all' });
    expect((await dates()).map(({ open }) => open)).toEqual([false, false, false]);
    expect(await text()).toContain('Inscriptions fermées');
    await date(0, { action: 'open', scope: 'one' });
    expect((await dates()).map(({ open }) => open)).toEqual([true, false, false]);
  });

  it('gets other seats, from 1 to 500 or without limit', async () => {
    for (const seats of ['0', '501', 'douze']) expect((await date(0, { action: 'seats', seats })).status).toBe(422);
    await date(0, { action: 'seats', seats: '20' });
    await date(1, { action: 'seats', seats: '' });
    expect((await dates()).map(({ seats }) => seats)).toEqual([20, null, 15]);
  });

  it('is added at once, and once where somebody presses twice', async () => {
    const more = { start: '2027-05-01T10:00', end: '2027-05-01T12:00', seats: '' };
    expect((await as(orga).post(at('dates'), more)).status).toBe(303);
    expect((await as(orga).post(at('dates'), more)).status).toBe(303);
    expect((await dates())[3]).toMatchObject({ starts: '05-01 10:00', seats: 15, open: true });
    expect(await dates()).toHaveLength(4);
    await undoLast();
    expect(await dates()).toHaveLength(3);
  });

  it('is not undone twice, nor after something has followed', async () => {
    await date(0, { action: 'seats', seats: '30' });
    const [act] = await world.writer.query<{ id: string }>(
      `select id::text from private.workshop_act w where act = 'seats' order by w.id desc limit 1`,
    );
    await date(0, { action: 'seats', seats: '31' });
    expect((await as(orga).post(at(`acts/${act?.id}/undo`), {})).status).toBe(409);
    await undoLast();
    expect((await dates())[0]).toMatchObject({ seats: 30 });
    expect((await as(orga).post(at(`acts/${act?.id}/undo`), {})).status).toBe(303);
    expect((await as(orga).post(at(`acts/${act?.id}/undo`), {})).status).toBe(409);
    expect((await dates())[0]).toMatchObject({ seats: 20 });
  });

  it('changes no more when it is over', async () => {
    const past = await world.workshop({
      category: 'rendez-vous',
      start: ['2026-11-25T10:00'],
      end: ['2026-11-25T12:00'],
    });
    await host(orga, 'take', '', past);
    world.clock.advance(5 * 86_400_000);
    const [only] = await dates(past);
    const late = { action: 'cancel', reason: 'ill' };
    expect((await as(orga).post(at(`dates/${only?.id}`, past), late)).status).toBe(409);
    expect((await as(orga).get(at('hosts', past))).text).toContain('elle ne change plus');
    expect((await as(orga).post(at(`dates/${only?.id}`), late)).status).toBe(404);
  });

  it('keeps what hosts did to it while its first post is gone', async () => {
    await date(0, { action: 'cancel', reason: 'ill' });
    const before = await dates();
    const mo = as(stranger);
    await mo.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other', remark: '' });
    expect((await as(orga).get(at('hosts'))).status).toBe(404);
    const [row] = await world.writer.query<{ id: string }>(
      'select id::text from desk.decision d order by d.id desc limit 1',
    );
    await mo.post(`/desk/decisions/${row?.id}/undo`, {});
    expect((await dates()).map(({ sequence: _sequence, ...rest }) => rest)).toEqual(
      before.map(({ sequence: _sequence, ...rest }) => rest),
    );
    expect((await as(orga).get(at('hosts'))).status).toBe(200);
    expect(await text()).toContain('Qui anime');
  });
});

describe('the state of a workshop', () => {
  it('stands in words before its title, on its page, in lists and in its feed, whichever of its dates come', async () => {
    const of = await world.workshop({
      category: 'rendez-vous',
      title: 'Lecture',
      start: ['2027-01-10T10:00', '2027-01-20T10:00'],
      end: ['2027-01-10T12:00', '2027-01-20T12:00'],
    });
    await host(orga, 'take', '', of);
    const [first, second] = await dates(of);
    const act = async (each: DateRow | undefined, fields: Record<string, string>) => {
      world.clock.advance(1000);
      expect((await as(orga).post(at(`dates/${each?.id}`, of), fields)).status).toBe(303);
    };
    const titles = async (): Promise<(string | undefined)[]> => {
      const guest = world.visitor();
      const page = (await guest.get(`/thread/${of}/lecture`)).html();
      const list = (await guest.get('/category/rendez-vous')).html();
      const feed = (await guest.get(`/thread/${of}/feed.rss`)).text;
      return [
        page.querySelector('h1')?.text,
        page.querySelector('title')?.text.split(' – ')[0],
        list.querySelector(`li[data-thread="${of}"] h3`)?.text.trim(),
        /<title>(.*?) – /.exec(feed)?.[1],
      ].map((title) => title?.replace('\u00a0', ' '));
    };
    const each = (title: string) => [title, title, title, title];
    expect(await titles()).toEqual(each('Lecture'));
    await act(first, { action: 'move', start: '2027-01-11T10:00', end: '2027-01-11T12:00' });
    expect(await titles()).toEqual(each('Déplacé : Lecture'));
    await act(first, { action: 'cancel', reason: 'ill' });
    expect(await titles()).toEqual(each('Lecture'));
    await act(second, { action: 'cancel', reason: 'ill' });
    expect(await titles()).toEqual(each('Annulé : Lecture'));
    const now = world.clock.now();
    world.clock.set(new Date('2027-02-01T00:00:00Z'));
    expect(await titles()).toEqual(each('A eu lieu : Lecture'));
    world.clock.set(now);
  });
});

describe('a host', () => {
  it('who leaves is offered the way back, and closes registration when nobody else runs it', async () => {
    await host(helper, 'leave');
    const left = await host(orga, 'leave');
    expect(left.location).toMatch(/^\/thread\/\d+\/[a-z-]+\?act=\d+$/);
    expect((await as(orga).get(left.location ?? '')).html().querySelector('.done form')).not.toBeNull();
    expect(await text()).toContain('pas encore ouverte');
    expect((await undoLast()).status).toBe(303);
    expect(await text()).not.toContain('pas encore ouverte');
  });

  it.each([
    ['loses the role', (who: Person) => ({ path: `/members/${who.id}/role`, fields: { role: 'member' } })],
    [
      'is suspended',
      (who: Person) => ({ path: `/desk/members/${who.name}/suspension`, fields: { length: 'day', why: 'Pour voir' } }),
    ],
  ])('who %s loses the pages with it, and a workshop without another closes its registration', async (_, act) => {
    const other = await world.workshop({ category: 'rendez-vous' });
    const who = await world.member(`Orso ${other}`, { role: 'organizer' });
    await host(who, 'take', '', other);
    expect(await text(world.visitor(), other)).not.toContain('pas encore ouverte');
    const { path, fields } = act(who);
    expect((await as(admin).post(path, fields)).status).toBe(303);
    const again = world.visitor(await world.session(who.id));
    expect((await again.get(at('hosts', other))).status).not.toBe(200);
    await until(async () => expect(await text(world.visitor(), other)).toContain('pas encore ouverte'));
    expect((await as(admin).get(at('hosts', other))).text).toContain('ne peut plus animer');
  });
});

describe('the announcement', () => {
  const edited = async (who: Person, more: Record<string, string>) => {
    const form = (await as(who).get(`/thread/${thread}/posts/1/edits/new`)).html();
    const { action, fields } = listsIn(form, 'version');
    return as(who).post(action, { ...fields, ...more });
  };

  it('is changed by its hosts, who read its secret for that, and held as the edits of its author are', async () => {
    expect((await as(stranger).get(`/thread/${thread}/posts/1/edits/new`)).status).toBe(403);
    const led = await as(orga).get(`/thread/${thread}`);
    const link = (await as(orga).get(led.location ?? '')).html().querySelector('a[href$="/posts/1/edits/new"]');
    expect(link?.text).toBe('Modifier l’annonce');
    expect((await edited(orga, { place: 'Devant la gare' })).status).toBe(303);
    expect(await text()).not.toContain('Devant la gare');
    const [row] = await world.writer.query<{ id: string }>(`select id from desk.submission where kind = 'edit'`);
    await as(stranger).post(`/desk/submissions/${row?.id}/decision`, { decision: 'accept', version: '1' });
    expect(await text()).toContain('Devant la gare');
  });

  it('is not a host’s to take back: only what waits is', async () => {
    const [edit] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' and author_id = $1`,
      [orga.id],
    );
    const own = await as(orga).get(`/me/submissions/${edit?.id}`);
    expect(own.html().querySelector('#correct')).not.toBeNull();
    expect(own.html().querySelector('#withdraw')).toBeNull();
    expect((await as(orga).post(`/me/submissions/${edit?.id}/withdrawal`, { version: '1' })).status).toBe(403);
    expect(await text()).toContain('Devant la gare');
  });

  it('is nobody’s to change who does not run the workshop any more', async () => {
    await host(orga, 'leave');
    expect((await as(orga).get(`/thread/${thread}/posts/1/edits/new`)).status).toBe(403);
    const wish = { version: '1', title: 'Un atelier', text: 'Autre chose.', key: 'a-former-host', action: 'send' };
    expect((await as(orga).post(`/thread/${thread}/posts/1/edits`, wish)).status).toBe(403);
    await undoLast();
  });
});
