import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'node-html-parser';
import { Jobs } from '../../../src/jobs/jobs.js';
import { ERASE_REGISTRATIONS } from '../../../src/registrations/erasure.js';
import { Listener } from '../../live/kit/listener.js';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let orga: Person;
let ada: Person;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  orga = await world.member('Olga', { role: 'organizer' });
  ada = await world.member('Ada');
});
afterAll(() => world.close());

const START = Date.parse('2026-12-12T13:00:00Z');
const HOUR = 3_600_000;

interface Held {
  thread: number;
  date: string;
  parts: string[];
}

/** A workshop that Olga runs. */
async function held(more: Record<string, string | string[]> = {}): Promise<Held> {
  const thread = await world.workshop({ category: 'rendez-vous', count: 'number', admission: 'open', ...more });
  const taken = await world.visitor(orga.cookie).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
  expect(taken.status).toBe(303);
  const ids = (table: string): Promise<{ id: string }[]> =>
    world.writer.query(`select id from ${table} where thread_id = $1 order by position`, [thread]);
  const [date] = await ids('workshop_date');
  return { thread, date: date?.id ?? '', parts: (await ids('workshop_part')).map(({ id }) => id) };
}

const key = (): string => `registration-key-${String((keys += 1)).padStart(6, '0')}`;

async function register(
  { thread, date }: Held,
  more: Record<string, string | string[]> = {},
  by = world.visitor(),
): Promise<string> {
  const sent = await by.post(`/thread/${thread}/workshop/registrations`, { date, answer: 'yes', key: key(), ...more });
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  expect(sent.location).toMatch(/^\/registration\/[A-Za-z0-9_-]{32}$/);
  return sent.location ?? '';
}

async function page({ thread }: Held, by = world.visitor()) {
  const led = await by.get(`/thread/${thread}`);
  return (await by.get(led.location ?? '')).html();
}

const main = async (address: string, by = world.visitor()): Promise<string> =>
  ((await by.get(address)).html().querySelector('main')?.text ?? '').replace(/\s+/g, ' ');

/** Its lines as they were before they were folded. */
const calendar = async (address: string): Promise<string> =>
  (await world.visitor().get(`${address}/workshop.ics`)).text.replace(/\r\n /g, '');

describe('registering without a script and without an account', () => {
  let workshop: Held;
  let address: string;

  it('says first what will happen, with a key, and takes nothing yet', async () => {
    workshop = await held({ seats: '3', place: 'Parvis', address: '3, quai des Secrets', reveal: 'registered' });
    const form = formWith(await page(workshop), 'date');
    expect(form.action).toBe(`/thread/${workshop.thread}/workshop/registrations`);
    const asked = await world
      .visitor()
      .post(form.action, { ...form.fields, persons: '2', name: 'Amina', answer: 'yes' });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('cache-control')).toBe('no-store');
    const { action, fields } = formWith(asked.html(), 'key');
    expect(fields).toMatchObject({ persons: '2', name: 'Amina', answer: 'yes', date: workshop.date });
    expect((await page(workshop)).querySelector('[data-date]')?.getAttribute('data-taken')).toBe('0');
    const sent = await world.visitor().post(action, fields);
    expect(sent.status).toBe(303);
    address = sent.location ?? '';
    expect((await world.visitor().post(action, fields)).location).toBe(address);
    expect((await world.visitor().post(action, { ...fields, persons: '1' })).status).toBe(409);
  });

  it('leads to a page of its own that nobody keeps, with the place, an arrival code and twelve letters', async () => {
    const shown = await world.visitor().get(address);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('x-robots-tag')).toBe('noindex');
    expect(shown.text).toContain('3, quai des Secrets');
    expect(shown.text).toContain('Vos places sont prises');
    expect(shown.html().querySelector('.code')?.text).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    expect(shown.html().querySelector('[name="email"]')).toBeNull();
    expect(shown.text).toContain('19 décembre 2026');
    const code = shown.html().querySelector('[name="code"]')?.getAttribute('value') ?? '';
    expect(code).toMatch(/^([a-z]{4}-){2}[a-z]{4}$/);
    expect((await world.visitor().post('/follow', { code })).location).toBe(address);
  });

  it('shows to everybody a count and leaves, and no name', async () => {
    const html = await page(workshop);
    const item = html.querySelector('[data-date]');
    expect([item?.getAttribute('data-seats'), item?.getAttribute('data-taken')]).toEqual(['3', '2']);
    expect(item?.text).toContain('2\u00a0places prises sur 3');
    expect(item?.querySelectorAll('.seats .leaf.read').length).toBe(1);
    expect(html.toString()).not.toContain('Amina');
    expect(html.toString()).not.toContain('quai des Secrets');
  });

  it('gives a place in the line where it is full, and says so in words everywhere', async () => {
    await register(workshop);
    expect((await page(workshop)).querySelector('[data-date]')?.getAttribute('data-state')).toBe('full');
    expect((await page(workshop)).querySelector('[data-date]')?.text).toContain('Complet');
    expect(
      (await world.visitor().get('/workshops')).html().querySelector(`[data-date="${workshop.date}"]`)?.text,
    ).toContain('Complet');
    const waiting = await register(workshop);
    expect(await main(waiting)).toContain('liste d’attente');
    expect(await main(waiting)).not.toContain('quai des Secrets');
    await register(workshop, { answer: 'maybe' });
    expect((await page(workshop)).querySelector('[data-date]')?.getAttribute('data-taken')).toBe('3');
    const cancelled = await world.visitor().post(`${address}/cancellation`);
    expect(cancelled.location).toBe(address);
    expect(await main(waiting)).toContain('Votre place est prise');
    expect(await main(address)).toContain('annulée');
    expect((await world.visitor().post(`${address}/cancellation`)).status).toBe(303);
    expect((await page(workshop)).querySelector('[data-date]')?.getAttribute('data-taken')).toBe('2');
  });

  it('changes what it says, and keeps what it does not say', async () => {
    const own = await register(workshop, { name: 'Lou', help: 'yes', remind: ['day', 'hours'] });
    expect((await world.visitor().post(own, { persons: '5' })).status).toBe(422);
    const refused = await world.visitor().post(own, { persons: '2', name: 'Louise' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('assez de places libres');
    expect(refused.html().querySelector('[name="name"]')?.getAttribute('value')).toBe('Louise');
    expect((await world.visitor().post(own, { name: 'Louve' })).location).toBe(own);
    const [row] = await world.writer.query(`select name, help, remind from private.registration where name = 'Louve'`);
    expect(row).toEqual({ name: 'Louve', help: true, remind: ['day', 'hours'] });
    await world.visitor().post(own, { help: '', remind: '' });
    expect(await world.writer.query(`select help, remind from private.registration where name = 'Louve'`)).toEqual([
      { help: false, remind: [] },
    ]);
  });
});

describe('the exact place', () => {
  const secrets = { address: '3, quai des Mystères', online: 'https://mystere.example/salle' };
  afterAll(() => world.clock.set(new Date('2026-11-22T12:00:00Z')));
  beforeEach(() => world.clock.set(new Date('2026-11-22T12:00:00Z')));

  it.each([
    ['day-before', 24],
    ['two-hours', 2],
  ])('with %s is read from %d hours before, and asked anew at each opening', async (reveal, hours) => {
    const workshop = await held({ ...secrets, reveal, seats: '1' });
    const own = await register(workshop);
    const waiting = await register(workshop);
    world.clock.set(new Date(START - hours * HOUR - 1));
    expect(await main(own)).not.toContain('Mystères');
    expect(await main(own)).toContain('Vous le lirez ici à partir du');
    expect(await calendar(own)).not.toContain('Mystères');
    world.clock.set(new Date(START - hours * HOUR));
    expect(await main(own)).toContain('3, quai des Mystères');
    expect(await main(own)).toContain('https://mystere.example/salle');
    expect(await calendar(own)).toContain('quai des Mystères');
    expect(await main(waiting)).not.toContain('Mystères');
    expect(await calendar(waiting)).not.toContain('Mystères');
    expect((await page(workshop)).toString()).not.toContain('ystère');
    await world.db.owner.query(
      `update workshop_date set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days'
       where id = $1`,
      [workshop.date],
    );
    expect(await main(own)).not.toContain('Mystères');
  });

  it('online is read at once where the address is for everybody', async () => {
    const workshop = await held({ ...secrets, reveal: 'public' });
    expect(await main(await register(workshop))).toContain('https://mystere.example/salle');
  });

  it('is not read of a date that is cancelled', async () => {
    const workshop = await held({ ...secrets, reveal: 'registered' });
    const own = await register(workshop);
    expect(await main(own)).toContain('Mystères');
    await world.visitor(orga.cookie).post(`/thread/${workshop.thread}/workshop/dates/${workshop.date}`, {
      action: 'cancel',
      scope: 'one',
      reason: 'ill',
    });
    expect(await main(own)).not.toContain('Mystères');
    expect(await main(own)).toContain('Cette date est annulée');
  });
});

describe('what a date refuses', () => {
  it.each([
    ['cancel', { reason: 'ill' }, 'annulée'],
    ['close', {}, 'closes'],
  ])('after %s: 409, in words, with all that was typed', async (action, more, words) => {
    const workshop = await held();
    await world
      .visitor(orga.cookie)
      .post(`/thread/${workshop.thread}/workshop/dates/${workshop.date}`, { action, scope: 'one', ...more });
    const sent = await world.visitor().post(`/thread/${workshop.thread}/workshop/registrations`, {
      date: workshop.date,
      answer: 'yes',
      name: 'Zélie',
      persons: '3',
      key: key(),
    });
    expect(sent.status).toBe(409);
    expect(sent.html().querySelector('[role="alert"]')?.text).toContain(words);
    expect(sent.html().querySelector('[name="name"]')?.getAttribute('value')).toBe('Zélie');
    expect(
      await world.writer.query('select from private.registration where thread_id = $1', [workshop.thread]),
    ).toEqual([]);
    expect((await page(workshop)).querySelector('#register')).toBeNull();
    expect((await page(workshop)).querySelector('[data-date]')?.hasAttribute('data-taken')).toBe(false);
  });

  it('without a host nobody registers, and nothing of seats is said to programs', async () => {
    const thread = await world.workshop({ category: 'rendez-vous', seats: '5', count: 'number', admission: 'open' });
    const [date] = await world.writer.query<{ id: string }>('select id from workshop_date where thread_id = $1', [
      thread,
    ]);
    const sent = await world
      .visitor()
      .post(`/thread/${thread}/workshop/registrations`, { date: date?.id ?? '', answer: 'yes', key: key() });
    expect(sent.status).toBe(409);
    const html = await page({ thread, date: '', parts: [] });
    expect(html.querySelector('[data-date]')?.hasAttribute('data-seats')).toBe(false);
  });

  it.each([
    ['persons', { persons: '6' }],
    ['answer', { answer: 'non' }],
    ['part', { part: '00000000-0000-8000-8000-000000000000' }],
    ['date', { date: '00000000-0000-8000-8000-000000000000' }],
  ])('a wrong %s is said at its field, with or without a key', async (field, more) => {
    const workshop = await held({ partTitle: 'Balade', partTime: '15 h', partText: '', partSeats: '4' });
    for (const given of [key(), '']) {
      const sent = await world.visitor().post(`/thread/${workshop.thread}/workshop/registrations`, {
        date: workshop.date,
        answer: 'yes',
        name: 'Zélie',
        key: given,
        ...more,
      });
      expect(sent.status).toBe(422);
      expect(sent.html().querySelector('[name="name"]')?.getAttribute('value')).toBe('Zélie');
      if (field !== 'answer') expect(sent.html().querySelector(`#r-${field}-why`)?.text).toContain('À corriger');
    }
  });

  it('a thread without facts has no registrations, and an address that was never given no page', async () => {
    const thread = await world.thread({ category: 'rendez-vous', title: 'Bonjour', text: 'Un sujet' });
    expect((await world.visitor().post(`/thread/${thread}/workshop/registrations`, { key: key() })).status).toBe(404);
    const unknown = await world.visitor().get(`/registration/${'a'.repeat(32)}`);
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('sept jours après');
    expect((await world.visitor().post(`/registration/${'a'.repeat(32)}`, { persons: '2' })).status).toBe(404);
    expect((await world.visitor().get(`/registration/${'a'.repeat(32)}/workshop.ics`)).status).toBe(404);
  });
});

describe('what everybody may know', () => {
  const attributes = async (workshop: Held): Promise<string[]> =>
    Object.keys((await page(workshop)).querySelector('[data-date]')?.attributes ?? {}).sort();

  it.each([
    ['left', { count: 'left' }, 'Il reste des places'],
    ['hidden', { count: 'hidden' }, ''],
    ['admitted by hosts', { admission: 'hosts' }, ''],
    ['no limit', { seats: '' }, ''],
  ])('with %s no number stands on the page', async (_name, more, words) => {
    const workshop = await held({ seats: '2', ...more });
    await register(workshop);
    expect(await attributes(workshop)).toEqual(['data-date', 'data-state']);
    const text = (await page(workshop)).querySelector('[data-date]')?.text ?? '';
    expect(text).toContain(words);
    expect(text).not.toContain('prise');
  });

  it('an open page is told of each seat, with its dates as the page has them', async () => {
    const workshop = await held({ seats: '2' });
    const listener = await Listener.in(world.url, [`thread:${workshop.thread}`]);
    await register(workshop);
    const message = await listener.hear('seats-changed');
    listener.close();
    expect(message['thread']).toBe(workshop.thread);
    const item = parse(String(message['html'])).querySelector(`[data-date="${workshop.date}"]`);
    expect(item?.toString()).toBe((await page(workshop)).querySelector('[data-date]')?.toString());
    expect(item?.getAttribute('data-taken')).toBe('1');
  });

  it('a hidden count does not say either that the date is full', async () => {
    const workshop = await held({ seats: '1', count: 'hidden' });
    const before = (await page(workshop)).querySelector('[data-workshop]')?.toString();
    await register(workshop);
    await register(workshop);
    expect((await page(workshop)).querySelector('[data-workshop]')?.toString()).toBe(before);
  });

  it('parts have seats and a line of their own', async () => {
    const workshop = await held({
      seats: '5',
      partTitle: ['Balade', 'Lettre'],
      partTime: ['15 h', '15 h'],
      partText: ['', ''],
      partSeats: ['1', ''],
    });
    await register(workshop, { part: workshop.parts[0] ?? '' });
    const waiting = await register(workshop, { part: workshop.parts[0] ?? '' });
    expect(await main(waiting)).toContain('liste d’attente');
    const html = await page(workshop);
    const [first, second] = workshop.parts.map((id) => html.querySelector(`[data-part="${id}"]`)?.attributes);
    expect(first).toMatchObject({ 'data-part-seats': '1', 'data-part-taken': '1' });
    expect(second).not.toHaveProperty('data-part-seats');
    expect(html.querySelector('[data-date]')?.getAttribute('data-taken')).toBe('0');
  });
});

describe('a member', () => {
  it('who ticked it finds it among theirs, and nobody else finds it there', async () => {
    const workshop = await held();
    const mine = await register(workshop, { mine: 'yes', name: 'Une inconnue' }, world.visitor(ada.cookie));
    await register(workshop, { name: 'Pas gardée' }, world.visitor(ada.cookie));
    const list = await world.visitor(ada.cookie).get('/me/registrations');
    const links = list.html().querySelectorAll('main a[href^="/registration/"]');
    expect(links.length).toBe(1);
    const address = links[0]?.getAttribute('href') ?? '';
    expect(await main(address, world.visitor(ada.cookie))).toContain('Votre place est prise');
    for (const other of [world.visitor(), world.visitor(orga.cookie)])
      expect((await other.get(address)).status).toBe(404);
    expect((await world.visitor(orga.cookie).get('/me/registrations')).text).not.toContain(address);
    expect((await world.visitor().get('/me/registrations')).status).toBe(303);
    expect((await world.visitor(ada.cookie).post(`${address}/cancellation`)).status).toBe(303);
    expect(await main(mine)).toContain('annulée');
  });
});

describe('what becomes of the workshop', () => {
  it('taken down it says that it is gone for now, and restored it is as before', async () => {
    const workshop = await held({ address: '4, rue Cachée', reveal: 'registered', seats: '4' });
    const own = await register(workshop, { persons: '2' });
    const moderator = await world.member(`Modeste ${key()}`, { role: 'moderator' });
    const by = world.visitor(moderator.cookie);
    const removed = await by.post(`/desk/thread/${workshop.thread}/posts/1/removal`, {
      reason: 'off-topic',
      remark: '',
    });
    expect([removed.status, removed.status === 303 ? '' : removed.text]).toEqual([303, '']);
    const gone = await main(own);
    expect(gone).toContain('n’est pas en ligne pour l’instant');
    expect(gone).not.toContain('Cachée');
    expect((await world.visitor().get(`${own}/workshop.ics`)).status).toBe(404);
    expect((await world.visitor().post(own, { persons: '1' })).status).toBe(409);
    const waiting = await register(await held({ seats: '1' }));
    expect((await by.post(`/desk/thread/${workshop.thread}/posts/1/restoration`)).status).toBe(303);
    expect(await main(own)).toContain('Cachée');
    expect(await main(waiting)).toContain('Votre place est prise');
    expect((await page(workshop)).querySelector('[data-date]')?.getAttribute('data-taken')).toBe('2');
  });

  it('erased seven days after, its page says so and nothing is left', async () => {
    const workshop = await held();
    const own = await register(workshop, { name: 'Effaçable' });
    const now = new Date(START + 3 * HOUR + 7 * 24 * HOUR);
    await world.app
      .get(Jobs, { strict: false })
      .all.get(ERASE_REGISTRATIONS.name)
      ?.work({}, { now, stopping: new AbortController().signal });
    const shown = await world.visitor().get(own);
    expect(shown.status).toBe(404);
    expect(shown.text).toContain('sept jours après');
    expect(await world.writer.query(`select from private.registration where name = 'Effaçable'`)).toEqual([]);
  });
});
