import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let orga: Person;
let other: Person;
let mo: Person;
let thread: number;
let date: string;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  orga = await world.member('Olga', { role: 'organizer' });
  other = await world.member('Odile', { role: 'organizer' });
  mo = await world.member('Mo', { role: 'administrator' });
  ({ thread, date } = await held());
});
afterAll(() => world.close());

const as = ({ cookie }: Person) => world.visitor(cookie);
const team = (more = '', of = thread) => `/thread/${of}/workshop/team${more}`;

async function held(more: Record<string, string | string[]> = {}): Promise<{ thread: number; date: string }> {
  const of = await world.workshop({ category: 'rendez-vous', seats: '4', ...more });
  await as(orga).post(`/thread/${of}/workshop/hosts`, { action: 'take' });
  const [row] = await world.reader.query<{ id: string }>('select id from workshop_date where thread_id = $1', [of]);
  return { thread: of, date: row?.id ?? '' };
}

let keys = 0;
async function register(more: Record<string, string> = {}, of = { thread, date }): Promise<string> {
  const sent = { date: of.date, answer: 'yes', key: `a-key-of-the-door-${(keys += 1)}`, ...more };
  const done = await world.visitor().post(`/thread/${of.thread}/workshop/registrations`, sent);
  expect(done.status).toBe(303);
  return done.location ?? '';
}

const rows = async (show: string, of = thread) =>
  (await as(orga).get(team(`?show=${show}`, of)))
    .html()
    .querySelectorAll('[data-registration]')
    .map((line) => line.querySelector('b')?.text);
const arrivals = async () => (await as(orga).get(team())).html().querySelector('.gist b')?.text;

describe('the page of the door', () => {
  it('is there for the hosts of this workshop, and for nobody else', async () => {
    await register({ name: 'Amina', persons: '2', help: 'yes' });
    await register({ name: '=Zoé"', persons: '1' });
    await register({ name: 'Jibril', persons: '2' });
    await register({ name: 'Lou', answer: 'maybe' });
    for (const who of [other, mo]) {
      expect((await as(who).get(team())).status).toBe(404);
      expect((await as(who).get(team('.csv'))).status).toBe(404);
      expect((await as(who).post(team(), { action: 'arrive', code: 'AAAAAA' })).status).toBe(404);
    }
    expect((await world.visitor().get(team())).status).not.toBe(200);
    const page = await as(orga).get(team());
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await rows('expected')).toEqual(['=Zoé"', 'Amina']);
    expect(await rows('waiting')).toEqual(['Jibril']);
    expect(await rows('maybe')).toEqual(['Lou']);
    expect(page.text).toContain('besoin d’un accès');
    expect(await arrivals()).toBe('0 sur 3');
  });

  it('notes an arrival by the code that stands on the page of the registration, and undoes it', async () => {
    const address = await register({ name: 'Nour' });
    const shown = (await world.visitor().get(address)).html().querySelector('main')?.text ?? '';
    const code = /[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(shown)?.[0] ?? '';
    const form = formWith((await as(orga).get(team())).html(), 'code');
    const noted = await as(orga).post(form.action, { ...form.fields, action: 'arrive', code: code.toLowerCase() });
    expect(noted.status).toBe(303);
    const after = (await as(orga).get(noted.location ?? '')).html();
    expect(after.querySelector('.done')?.text).toContain('Nour');
    expect(await rows('arrived')).toEqual(['Nour']);
    const undo = after.querySelector('.done form')?.getAttribute('action') ?? '';
    expect((await as(orga).post(undo, { action: 'undo' })).status).toBe(303);
    expect(await rows('arrived')).toEqual([]);
    const wrong = await as(orga).post(team(), { action: 'arrive', code: 'AAA-AAA' });
    expect(wrong.status).toBe(422);
    expect(wrong.html().querySelector('.err input')?.getAttribute('value')).toBe('AAA-AAA');
  });

  it('notes an arrival by one button, once where two hosts press it', async () => {
    const line = (await as(orga).get(team())).html().querySelectorAll('[data-registration]')[1];
    const action = line?.querySelector('form')?.getAttribute('action') ?? '';
    for (let twice = 0; twice < 2; twice++)
      expect((await as(orga).post(action, { action: 'arrive', date, show: 'expected' })).status).toBe(303);
    expect(await arrivals()).toBe('2 sur 4');
  });

  it('counts who comes without a registration, once for one key, and takes nobody’s seat', async () => {
    const { action, fields } = formWith((await as(orga).get(team())).html(), 'persons');
    for (const persons of ['0', '6', 'deux'])
      expect((await as(orga).post(action, { ...fields, action: 'walk-in', persons })).status).toBe(422);
    for (let twice = 0; twice < 2; twice++)
      expect((await as(orga).post(action, { ...fields, action: 'walk-in', persons: '3' })).status).toBe(303);
    expect(await arrivals()).toBe('5 sur 7');
    const next = formWith((await as(orga).get(team())).html(), 'persons');
    expect(next.fields['key']).toMatch(/^[\w-]{24}$/);
    expect(next.fields['key']).not.toBe(fields['key']);
    expect(await rows('waiting')).toEqual(['Jibril']);
    const walked = (await as(orga).get(team('?show=arrived')))
      .html()
      .querySelectorAll('[data-registration]')
      .find((line) => line.text.includes('sans inscription'));
    await as(orga).post(walked?.querySelector('form')?.getAttribute('action') ?? '', { action: 'undo' });
    expect(await arrivals()).toBe('2 sur 4');
  });

  it('counts the date and each part that has seats of its own apart, as everybody reads the seats', async () => {
    const programme = { partTitle: ['Balade', 'Goûter'], partTime: ['', ''], partText: ['', ''] };
    const of = await held({ ...programme, partSeats: ['3', ''], seats: '9', count: 'number' });
    const parts = await world.reader.query<{ id: string }>(
      'select id from workshop_part where thread_id = $1 order by position',
      [of.thread],
    );
    const [walk = '', snack = ''] = parts.map(({ id }) => id);
    await register({ name: 'Amina', persons: '2' }, of);
    await register({ name: 'Amina', persons: '2', part: walk }, of);
    await register({ name: 'Badr', persons: '1', part: walk }, of);
    await register({ name: 'Chloé', persons: '3', part: snack }, of);
    const public_ = (await world.visitor().get(`/thread/${of.thread}/un-atelier`)).html();
    expect(public_.querySelector('[data-date]')?.getAttribute('data-taken')).toBe('5');
    expect(public_.querySelector(`[data-part="${walk}"]`)?.getAttribute('data-part-taken')).toBe('3');
    const page = (await as(orga).get(team('', of.thread))).html();
    expect(page.querySelectorAll('.gist [data-pool]').map((pool) => pool.querySelector('b')?.text)).toEqual([
      '0 sur 5',
      '0 sur 3',
    ]);
    expect(page.querySelector('.views a')?.text).toBe('Attendues 5 + 3 dans les parties');
  });

  it('gives a table in which no name is a formula, and no address stands', async () => {
    const csv = await as(orga).get(team('.csv'));
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('cache-control')).toBe('no-store');
    expect(csv.text).toContain(`"'=Zoé""",1,"",,seated,`);
    expect(csv.text.split('\r\n')[0]).toBe('code,name,persons,part,help,state,arrived');
  });

  it('erases all of it when its hosts say so, and only when it is over', async () => {
    expect((await as(orga).post(team(), { action: 'erase' })).status).toBe(409);
    const now = world.clock.now();
    world.clock.set(new Date('2026-12-12T18:00:00Z'));
    // Her session of before is over by then.
    const later = world.visitor(await world.session(orga.id));
    const erased = await later.post(team(), { action: 'erase' });
    world.clock.set(now);
    expect(erased.status).toBe(303);
    expect(await rows('expected')).toEqual([]);
    const tally = 'select registered, came from private.date_tally where date_id = $1';
    expect(await world.writer.query(tally, [date])).toEqual([{ registered: 4, came: 2 }]);
  });
});

describe('a workshop whose hosts admit each person', () => {
  it('lists who asks, and each is admitted or declined once', async () => {
    const asked = await held({ admission: 'hosts' });
    const [amina, jibril] = [await register({ name: 'Amina' }, asked), await register({ name: 'Jibril' }, asked)];
    expect(await rows('asked', asked.thread)).toEqual(['Amina', 'Jibril']);
    const actions = (await as(orga).get(team('?show=asked', asked.thread)))
      .html()
      .querySelectorAll('[data-registration]')
      .map((line) => line.querySelector('form')?.getAttribute('action') ?? '');
    expect((await as(orga).post(actions[0] ?? '', { action: 'admit' })).status).toBe(303);
    expect((await as(orga).post(actions[1] ?? '', { action: 'decline' })).status).toBe(303);
    expect((await as(orga).post(actions[0] ?? '', { action: 'admit' })).status).toBe(303);
    expect((await as(orga).post(actions[0] ?? '', { action: 'decline', was: 'asked' })).status).toBe(409);
    expect(await rows('expected', asked.thread)).toEqual(['Amina']);
    expect((await world.visitor().get(amina)).text).toContain('Votre place est prise');
    expect((await world.visitor().get(jibril)).text).toContain('Pas cette fois');
  });

  it('takes seats back, says so without a name in the story, and gives them again', async () => {
    const full = await held({ seats: '1' });
    const [zora, yann] = [await register({ name: 'Zora' }, full), await register({ name: 'Yann' }, full)];
    const line = async (view: string) =>
      (await as(orga).get(team(`?show=${view}`, full.thread))).html().querySelector('[data-registration]');
    const act = async (view: string, button: string) => {
      const form = (await line(view))?.querySelectorAll('form').find(({ text }) => text.includes(button));
      const fields = form
        ?.querySelectorAll('input')
        .map((one) => [one.getAttribute('name'), one.getAttribute('value')]);
      const action = form?.querySelector('button')?.getAttribute('value');
      return as(orga).post(form?.getAttribute('action') ?? '', { ...Object.fromEntries(fields ?? []), action });
    };
    const done = await act('expected', 'Retirer');
    expect(done.status).toBe(303);
    const toast = (await as(orga).get(done.location ?? '')).html().querySelector('.done');
    expect(toast?.text).toContain('Zora');
    expect(toast?.querySelector('button')?.getAttribute('value')).toBe('admit');
    expect((await world.visitor().get(zora)).text).toContain('Pas cette fois');
    expect((await world.visitor().get(yann)).text).toContain('Votre place est prise');
    expect(await rows('declined', full.thread)).toEqual(['Zora']);
    expect((await as(orga).get(team('.csv', full.thread))).text).not.toContain('Zora');
    const story = (await as(orga).get(`/thread/${full.thread}/workshop/hosts`))
      .html()
      .querySelectorAll('[data-story]');
    expect(story[0]?.text).toContain('retire une inscription');
    expect(story[0]?.text).not.toContain('Zora');
    expect(story[0]?.querySelector('form')).toBeNull();
    await act('expected', 'Retirer');
    expect((await act('declined', 'Admettre')).status).toBe(303);
    expect(await rows('expected', full.thread)).toEqual(['Yann']);
  });

  it('is no other host’s: a registration of another workshop is not found', async () => {
    const [row] = await world.writer.query<{ id: string }>(
      'select id from private.registration where thread_id <> $1 limit 1',
      [thread],
    );
    for (const action of ['arrive', 'undo', 'admit'])
      expect((await as(orga).post(team(`/${row?.id}`), { action })).status).toBe(404);
  });
});
