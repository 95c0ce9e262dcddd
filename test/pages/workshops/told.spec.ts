import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_REGISTRATIONS } from '../../../src/notices/workshops/telling-registrations.js';
import { ERASE_REGISTRATIONS } from '../../../src/registrations/erasure.js';
import { formWith } from '../../form.js';
import { MailRoom, WORDS } from '../../mail-room.js';
import { until } from '../../until.js';
import type { Person } from '../../world.js';

const START = Date.parse('2026-12-12T13:00:00Z');
const NOW = new Date('2026-11-22T14:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HALF_HOUR = 30 * 60_000;

let room: MailRoom;
let orga: Person;
let mila: Person;
let keys = 0;

beforeAll(async () => {
  // What the mail server refuses is logged.
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation(() => true);
  room = await MailRoom.open();
  orga = await room.world.member('Olga', { role: 'organizer' });
  mila = await room.world.member('Mila');
});
afterAll(async () => {
  jest.restoreAllMocks();
  await room.close();
});
beforeEach(async () => {
  room.world.clock.set(NOW);
  await room.settled();
});
afterEach(() => void room.sent.splice(0));

interface Held {
  thread: number;
  date: string;
}

async function held(more: Record<string, string> = {}): Promise<Held> {
  const title = `Atelier ${WORDS}`;
  const thread = await room.world.workshop({ category: 'villes', title, place: WORDS, admission: 'open', ...more });
  await as(orga).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
  const [row] = await room.rows<{ id: string }>('select id from workshop_date where thread_id = $1', [thread]);
  return { thread, date: row?.id ?? '' };
}

const as = (person: Person | null) => room.world.visitor(person?.cookie ?? null);

async function register(
  { thread, date }: Held,
  more: Record<string, string | string[]> = {},
  by: Person | null = null,
): Promise<string> {
  const sent = await as(by).post(`/thread/${thread}/workshop/registrations`, {
    date,
    answer: 'yes',
    key: `key-of-whoever-is-told-${(keys += 1)}`,
    ...more,
  });
  expect(sent.status).toBe(303);
  return sent.location ?? '';
}

/** With an address that is confirmed by the link of its letter. */
async function registered(workshop: Held, more: Record<string, string | string[]> = {}): Promise<[string, string]> {
  const email = room.address();
  const address = await register(workshop, { email, name: WORDS, ...more });
  await room.settled();
  const [asked] = room.sent.filter(({ to }) => to[0] === email);
  const path = asked?.paths[0] ?? '';
  const { fields } = formWith((await as(null).get(path)).html(), 'item');
  expect((await as(null).post(path, fields)).status).toBe(200);
  room.sent.splice(0);
  return [email, address];
}

async function act({ thread, date }: Held, action: string, more: Record<string, string> = {}): Promise<void> {
  const sent = { action, scope: 'one', ...more };
  expect((await as(orga).post(`/thread/${thread}/workshop/dates/${date}`, sent)).status).toBe(303);
}

const move = (workshop: Held, day: string): Promise<void> =>
  act(workshop, 'move', { start: `${day}T14:00`, end: `${day}T17:00` });

async function round(): Promise<void> {
  const { clock, app } = room.world;
  const turn = { now: clock.now(), stopping: new AbortController().signal };
  await app.get(Jobs, { strict: false }).all.get(TELL_REGISTRATIONS.name)?.work({}, turn);
}

/** The thirty seconds in which it may be undone are over, and what is due has left. */
async function told(): Promise<void> {
  await round();
  room.world.clock.advance(31_000);
  await round();
  await room.settled();
}

/** To whom, and what the letters say besides their greeting. */
const letters = (): [string, string][] =>
  room.sent.map(({ to, text }) => [
    to[0] ?? '',
    /Bonjour, (.*) Votre inscription/.exec(text.replace(/\s+/g, ' '))?.[1] ?? text,
  ]);

const notices = async (): Promise<string[]> =>
  (await as(mila).get('/me/notices'))
    .html()
    .querySelectorAll('[data-notice]')
    .map((line) => line.getAttribute('data-notice') ?? '');

const main = async (address: string): Promise<string> =>
  ((await as(null).get(address)).html().querySelector('main')?.text ?? '').replace(/\s+/g, ' ');

describe('an address', () => {
  it('is asked about, as one more item on the page that confirms, which does not say for which workshop', async () => {
    const workshop = await held();
    const email = room.address();
    const address = await register(workshop, { email });
    await room.settled();
    expect(room.sent).toHaveLength(1);
    expect(await main(address)).toContain('pas encore confirmée');
    // Its hour is that of the registration.
    expect(await room.rows('select from private.mail where registration_id is not null')).toEqual([]);
    const path = room.sent[0]?.paths[0] ?? '';
    const page = await as(null).get(path);
    expect(page.text).toContain('Une inscription à un atelier');
    expect(page.text).not.toContain(WORDS);
    await act(workshop, 'cancel', { reason: 'ill' });
    await told();
    expect(room.sent).toHaveLength(1);
    const done = await as(null).post(path, formWith(page.html(), 'item').fields);
    const own = done.html().querySelector('main a')?.getAttribute('href') ?? '';
    expect(own).toMatch(/^\/registration\/[\w-]{32}$/);
    expect(own).not.toBe(address);
    expect(await main(own)).toContain('Un courriel vous dira ce qui change');
    await told();
    expect(letters().at(-1)?.[1]).toContain('est annulée');
  });

  it('that is changed is asked about anew, and the way in of the former one is gone', async () => {
    const [, address] = await registered(await held());
    const other = room.address();
    await as(null).post(address, { email: other });
    await room.settled();
    expect(room.sent.map(({ to }) => to)).toEqual([[other]]);
    expect(
      await room.rows(`select from private.registration where mail_token_hash is not null and email = $1`, [other]),
    ).toEqual([]);
  });

  it('that wants no letters at all gets none about what it had confirmed before', async () => {
    const workshop = await held();
    const email = room.address();
    await register(workshop, { email });
    await room.settled();
    const { paths: [confirmation = ''] = [], paths = [] } = room.sent[0] ?? {};
    await as(null).post(confirmation, formWith((await as(null).get(confirmation)).html(), 'item').fields);
    expect((await as(null).post(paths.at(-1) ?? '', { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    await move(workshop, '2026-12-13');
    await told();
    expect(room.sent).toHaveLength(1);
  });

  it('is forgotten by the one click of a letter; the registration stays', async () => {
    const workshop = await held();
    const [email, address] = await registered(workshop);
    await move(workshop, '2026-12-13');
    await told();
    const [letter] = room.sent;
    const unsubscribe = /<https:\/\/[^/]+(\/[^>]+)>/.exec(letter?.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
    expect((await as(null).get(unsubscribe)).text).toContain('L’inscription reste');
    expect((await as(null).post(unsubscribe, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await room.rows('select from private.registration where email = $1', [email])).toEqual([]);
    expect(await room.rows('select from private.confirmation where address = $1', [email])).toEqual([]);
    expect(await main(address)).toContain('Votre place est prise');
    room.world.clock.advance(HALF_HOUR);
    await act(workshop, 'cancel', { reason: 'ill' });
    await told();
    expect(room.sent).toHaveLength(1);
  });
});

describe('whoever has registered', () => {
  it('is told once that a seat became theirs, by sentences of the catalogue and a link that opens their page', async () => {
    const workshop = await held({ seats: '1' });
    const first = await register(workshop);
    const [email] = await registered(workshop);
    await as(null).post(`${first}/cancellation`);
    await told();
    await told();
    expect(letters()).toEqual([[email, expect.stringContaining('Une place s’est libérée')]]);
    const [letter] = room.sent;
    expect(letter?.raw).not.toContain(WORDS);
    expect(letter?.headers.get('subject')).not.toContain(WORDS);
    expect(letter?.paths[0]).toMatch(/^\/registration\/[\w-]{32}$/);
    expect(await main(letter?.paths[0] ?? '')).toContain('Votre place est prise');
  });

  it('hears nothing of what was undone within thirty seconds', async () => {
    const workshop = await held();
    await registered(workshop);
    await act(workshop, 'cancel', { reason: 'ill' });
    await round();
    room.world.clock.advance(20_000);
    await act(workshop, 'reopen');
    room.world.clock.advance(20_000);
    await round();
    await told();
    expect(room.sent).toEqual([]);
  });

  it('gets one letter for what changes within half an hour of another, and it says what is true when it leaves', async () => {
    const workshop = await held();
    const [email] = await registered(workshop);
    await move(workshop, '2026-12-13');
    await told();
    expect(letters()).toEqual([[email, expect.stringContaining('La date de l’atelier a changé')]]);
    await move(workshop, '2026-12-14');
    await told();
    await act(workshop, 'cancel', { reason: 'ill' });
    await told();
    expect(room.sent).toHaveLength(1);
    room.world.clock.advance(HALF_HOUR);
    await told();
    expect(letters().slice(1)).toEqual([[email, 'La date à laquelle vous étiez inscrit·e est annulée.']]);
    room.world.clock.advance(HALF_HOUR);
    await act(workshop, 'reopen');
    await told();
    expect(letters().slice(2)).toEqual([[email, expect.stringContaining('a lieu de nouveau')]]);
  });

  it('reads in a letter that waited for the mail server what is true then, in one letter', async () => {
    const workshop = await held();
    const [email] = await registered(workshop);
    for (let tries = 0; tries < 20; tries++) room.sink.refusing.push({ code: 451, words: 'later' });
    await move(workshop, '2026-12-13');
    await round();
    room.world.clock.advance(31_000);
    await round();
    const refused = async (left: number): Promise<void> =>
      until(async () => {
        await room.hurry();
        expect(room.sink.refusing.length).toBeLessThan(left);
      });
    await refused(20);
    await act(workshop, 'cancel', { reason: 'weather' });
    // Whatever is tried after this one was drawn after the cancellation.
    await refused(room.sink.refusing.length);
    await round();
    room.sink.refusing.splice(0);
    await room.settled();
    await told();
    expect(letters()).toEqual([[email, 'La date à laquelle vous étiez inscrit·e est annulée.']]);
  });

  it('is told that the workshop was taken down, and that it is back', async () => {
    const workshop = await held();
    await registered(workshop);
    const removals = room.world.app.get(Removals, { strict: false });
    const down = { reason: 'other', remark: '' };
    await removals.takeDown(room.nadia.visitor, workshop.thread, 1, down, room.world.clock.now());
    await told();
    expect(letters().map(([, words]) => words)).toEqual([expect.stringContaining('n’est plus en ligne')]);
    room.world.clock.advance(HALF_HOUR);
    await removals.restore(room.nadia.visitor, workshop.thread, 1, room.world.clock.now());
    await told();
    expect(
      letters()
        .slice(1)
        .map(([, words]) => words),
    ).toEqual([expect.stringContaining('de nouveau en ligne')]);
  });

  it('is told by two processes once', async () => {
    const workshop = await held();
    const [email] = await registered(workshop);
    await register(workshop, { mine: 'yes' }, mila);
    await act(workshop, 'cancel', { reason: 'ill' });
    await round();
    room.world.clock.advance(31_000);
    await Promise.all([round(), round(), round()]);
    await room.settled();
    expect(letters().map(([to]) => to)).toEqual([email]);
    expect((await notices()).filter((kind) => kind === 'date-cancelled')).toHaveLength(1);
  });

  it('is reminded the day before and two hours before, once each, anew for a date that moved, and not of one that is cancelled', async () => {
    const soon = { start: '2026-11-25T14:00', end: '2026-11-25T17:00' };
    const begins = Date.parse('2026-11-25T13:00:00Z');
    const workshop = await held(soon);
    const other = await held(soon);
    const [email] = await registered(workshop, { remind: ['day', 'hours'] });
    await registered(other, { remind: ['day', 'hours'] });
    await act(other, 'cancel', { reason: 'ill' });
    await told();
    room.sent.splice(0);
    room.world.clock.set(new Date(begins - DAY));
    await told();
    await told();
    expect(letters()).toEqual([[email, expect.stringContaining('dans moins d’un jour')]]);
    await move(workshop, '2026-11-28');
    await told();
    room.world.clock.set(new Date(begins - HOUR));
    await told();
    expect(letters().slice(1)).toEqual([[email, 'La date de l’atelier a changé.']]);
    room.world.clock.set(new Date(begins + 2 * DAY));
    await told();
    room.world.clock.set(new Date(begins + 3 * DAY - 2 * HOUR));
    await told();
    expect(letters().slice(2)).toEqual([
      [email, expect.stringContaining('dans moins d’un jour')],
      [email, expect.stringContaining('dans moins de deux heures')],
    ]);
  });
});

describe('a member', () => {
  it('is told by notices of what they keep among theirs, which lead to their page and go when it is kept no more', async () => {
    const workshop = await held();
    const address = await register(workshop, { mine: 'yes' }, mila);
    const before = (await notices()).length;
    await move(workshop, '2026-12-13');
    await told();
    expect(room.sent).toEqual([]);
    const page = (await as(mila).get('/me/notices')).html();
    const link = page.querySelector('[data-notice="date-changed"] a')?.getAttribute('href') ?? '';
    expect((await as(mila).get(link)).text).toContain('Votre place est prise');
    expect((await as(null).get(link)).status).toBe(404);
    await as(mila).post(address, { mine: '' });
    expect(await notices()).toHaveLength(before);
    room.world.clock.advance(HALF_HOUR);
    await act(workshop, 'cancel', { reason: 'ill' });
    await told();
    expect(await notices()).toHaveLength(before);
  });

  it('changes a registration while it is told, and neither waits for the other', async () => {
    const workshop = await held();
    const address = await register(workshop, { mine: 'yes' }, mila);
    for (let turn = 0; turn < 6; turn++) {
      await move(workshop, `2026-12-${13 + turn}`);
      await round();
      room.world.clock.advance(HALF_HOUR + 31_000);
      const changes = await Promise.all([
        round(),
        ...['1', '2', '1'].map((persons) => as(mila).post(address, { persons })),
        round(),
      ]);
      expect(changes.slice(1, 4).map((each) => each?.status)).toEqual([303, 303, 303]);
    }
  });

  it('hears nothing of what they have done themselves', async () => {
    const workshop = await held();
    const address = await register(workshop, { mine: 'yes', answer: 'maybe' }, mila);
    const before = await notices();
    await as(mila).post(address, { answer: 'yes' });
    await told();
    expect(await notices()).toEqual(before);
  });
});

describe('seven days after', () => {
  it('nothing of what was told is left, nor of the address', async () => {
    const workshop = await held();
    const [email] = await registered(workshop);
    await register(workshop, { mine: 'yes' }, mila);
    await move(workshop, '2026-12-13');
    await told();
    room.world.clock.set(new Date(START + 9 * DAY));
    const turn = { now: room.world.clock.now(), stopping: new AbortController().signal };
    await room.world.app.get(Jobs, { strict: false }).all.get(ERASE_REGISTRATIONS.name)?.work({}, turn);
    for (const table of ['registration_telling', 'mail', 'notice'])
      expect(
        await room.rows(
          `select from private.${table} where registration_id in (select registration_id from private.${table} t
             left join private.registration r on r.id = t.registration_id where t.registration_id is not null
             and (r.id is null or r.thread_id = $1))`,
          [workshop.thread],
        ),
      ).toEqual([]);
    expect(await room.rows('select from private.registration where thread_id = $1', [workshop.thread])).toEqual([]);
    expect(await room.rows('select from private.confirmation where address = $1', [email])).toEqual([]);
  });
});
