import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASE_POLLS } from '../../../src/registrations/polls/poll-erasure.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { openWorld, type Person, type World } from '../../world.js';

const DAY = 86_400_000;

let world: World;
let olga: Person;
let ada: Person;
let thread: number;

const ASKED = {
  start: '',
  end: '',
  candidateStart: ['2026-12-12T14:00', '2026-12-13T10:00', '2026-12-19T14:00'],
  candidateEnd: ['2026-12-12T17:00', '2026-12-13T12:00', '2026-12-19T17:00'],
};

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  olga = await world.member('Olga', { role: 'organizer' });
  ada = await world.member('Ada');
  thread = await world.workshop({ category: 'villes', title: 'Quand nous irons', by: ada.visitor, ...ASKED });
});
afterAll(() => world.close());

const page = async (id = thread) => {
  const visitor = world.visitor();
  return (await visitor.get((await visitor.get(`/thread/${id}`)).location ?? '')).html();
};
const candidates = async (id = thread): Promise<string[]> =>
  (await page(id)).querySelectorAll('[data-candidate]').map((each) => each.getAttribute('data-candidate') ?? '');
const sums = async (id = thread): Promise<string[]> =>
  (await page(id))
    .querySelectorAll('[data-candidate]')
    .map((each) => `${each.getAttribute('data-yes')} ${each.getAttribute('data-maybe')}`);

let keys = 0;
const newKey = (): string => `poll-key-of-test-${String((keys += 1)).padStart(4, '0')}`;
const answer = (fields: Record<string, string | string[]>, id = thread) =>
  world.visitor().post(`/thread/${id}/workshop/availability`, { key: newKey(), ...fields });
const olgaActs = (path: string, fields: Record<string, string>) => world.visitor(olga.cookie).post(path, fields);

describe('a workshop whose date is to be found', () => {
  it('says so, lists what is asked about, and stands in no agenda and no calendar', async () => {
    expect((await page()).querySelector('.gist')?.text).toContain('date à trouver');
    expect(await candidates()).toHaveLength(3);
    expect(await sums()).toEqual(['0 0', '0 0', '0 0']);
    expect((await page()).querySelector('script[type="application/ld+json"]')).toBeNull();
    expect((await world.visitor().get('/workshops')).text).not.toContain('Quand nous irons');
    expect((await world.visitor().get(`/thread/${thread}/workshop.ics`)).text).not.toContain('BEGIN:VEVENT');
    expect((await world.visitor().get(`/thread/${thread}/workshop/poster`)).status).toBe(404);
  });

  it('is answered in two steps without a script, by a secret address where it is changed and erased', async () => {
    const [first = '', second = '', third = ''] = await candidates();
    const check = await answer({ yes: [first, third], maybe: second, name: 'Lou', key: '' });
    expect(check.status).toBe(200);
    const key = check.html().querySelector('[name="key"]')?.getAttribute('value') ?? '';
    expect(check.html().querySelectorAll('input[name="yes"][checked]')).toHaveLength(2);
    expect(await sums()).toEqual(['0 0', '0 0', '0 0']);
    const sent = { yes: [first, third], maybe: second, name: 'Lou', key };
    const stored = await answer(sent);
    expect([stored.status, stored.location]).toEqual([303, expect.stringMatching(/^\/availability\/[\w-]{32}$/)]);
    expect(await sums()).toEqual(['1 0', '0 1', '1 0']);
    expect((await answer(sent)).location).toBe(stored.location);
    expect((await answer({ ...sent, yes: first })).status).toBe(409);
    expect(await sums()).toEqual(['1 0', '0 1', '1 0']);
    const own = stored.location ?? '';
    const shown = await world.visitor().get(own);
    expect([shown.headers.get('cache-control'), shown.headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex']);
    expect(shown.html().querySelectorAll('input[name="yes"][checked]')).toHaveLength(2);
    expect(shown.html().querySelector('input[name="name"]')?.getAttribute('value')).toBe('Lou');
    expect((await page()).text).not.toContain('Lou');
    expect((await world.visitor().post(own, { yes: second, name: 'Lou' })).location).toBe(own);
    expect(await sums()).toEqual(['0 0', '1 0', '0 0']);
    expect((await world.visitor().post(`${own}/cancellation`)).status).toBe(303);
    expect(await sums()).toEqual(['0 0', '0 0', '0 0']);
    expect((await world.visitor().get(own)).status).toBe(404);
  });

  it('says at the field what is wrong with an answer, with what was ticked', async () => {
    const [first = ''] = await candidates();
    const both = await answer({ yes: first, maybe: first });
    expect(both.status).toBe(422);
    expect(both.html().querySelector('.err')?.text).toContain('pas les deux');
    expect(both.html().querySelectorAll('input[checked]')).toHaveLength(2);
    const unknown = await answer({ yes: '00000000-0000-4000-8000-000000000000' });
    expect([unknown.status, unknown.html().querySelector('.err')?.text]).toEqual([
      422,
      expect.stringContaining('n’est plus proposée'),
    ]);
    expect((await answer({ yes: first, name: 'a'.repeat(200) })).status).toBe(422);
    expect((await answer({ yes: first, colour: 'red' })).status).toBe(422);
    const other = await world.workshop({ category: 'villes' });
    expect((await answer({}, other)).status).toBe(404);
    expect(await sums()).toEqual(['0 0', '0 0', '0 0']);
  });

  it('keeps the answers to a date that an edit leaves as it is, and forgets none of the others’ sums', async () => {
    const [first = '', second = ''] = await candidates();
    await answer({ yes: [first, second] });
    const author = world.visitor(ada.cookie);
    const form = (await author.get(`/thread/${thread}/posts/1/edits/new`)).html();
    expect(form.querySelectorAll('[name="candidateStart"][value^="2026"]')).toHaveLength(3);
    const version = form.querySelector('[name="version"]')?.getAttribute('value') ?? '';
    const edit = await author.post(`/thread/${thread}/posts/1/edits`, {
      title: 'Quand nous irons',
      text: 'On s’y retrouve.',
      town: '57534',
      place: 'Parvis de la mairie',
      seats: '15',
      candidateStart: ['2026-12-12T14:00', '2026-12-13T11:00'],
      candidateEnd: ['2026-12-12T17:00', '2026-12-13T12:00'],
      version,
      key: newKey(),
    });
    expect(edit.status).toBe(303);
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' and status = 'waiting'`,
    );
    const sage = world.visitor((await world.member('Sage', { role: 'administrator' })).cookie);
    expect((await sage.post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '1' })).status).toBe(
      303,
    );
    expect(await sums()).toEqual(['1 0', '0 0']);
    const [kept, changed] = await candidates();
    expect([kept, changed === second]).toEqual([first, false]);
    const [{ decision = '' } = {}] = await world.writer.query<{ decision: string }>(
      'select max(id)::text as decision from desk.decision',
    );
    expect((await sage.post(`/desk/decisions/${decision}/undo`, {})).status).toBe(303);
    expect(await sums()).toEqual(['1 0', '1 0', '0 0']);
  });
});

describe('its host', () => {
  it('chooses a date, which then stands in the agenda, and whoever ticked yes gets the way to register', async () => {
    const [first = '', second = ''] = await candidates();
    const own = (await answer({ yes: second })).location ?? '';
    const date = `/thread/${thread}/workshop/dates/${second}`;
    expect((await olgaActs(date, { action: 'choose' })).status).toBe(404);
    expect((await olgaActs(`/thread/${thread}/workshop/hosts`, { action: 'take' })).status).toBe(303);
    const hosting = await world.visitor(olga.cookie).get(`/thread/${thread}/workshop/hosts`);
    expect(hosting.html().querySelectorAll('button[value="choose"]')).toHaveLength(3);
    const done = await olgaActs(date, { action: 'choose' });
    expect(done.status).toBe(303);
    expect((await olgaActs(date, { action: 'choose' })).location).not.toContain('act=');
    const agenda = (await world.visitor().get('/workshops')).html();
    expect(agenda.querySelector(`[data-date="${second}"]`)?.text).toContain('Quand nous irons');
    expect((await page()).querySelector(`[data-candidate="${second}"]`)?.text).toContain('choisie');
    expect((await page()).querySelector('form[action$="/availability"]')).toBeNull();
    const shown = (await world.visitor().get(own)).html();
    expect(shown.querySelector('a.do')?.text).toContain('M’inscrire');
    const others = (await answer({ yes: first })).status;
    expect(others).toBe(409);
    expect((await world.visitor().post(own, { yes: first })).status).toBe(409);
    expect(
      (
        await olgaActs(`/thread/${thread}/workshop/dates/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`, {
          action: 'choose',
        })
      ).status,
    ).toBe(404);
  });

  it('goes back: the answers are open again, and none was lost', async () => {
    const before = await sums();
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      `select max(id)::text as id from private.workshop_act where act = 'choose'`,
    );
    expect((await olgaActs(`/thread/${thread}/workshop/acts/${id}/undo`, {})).status).toBe(303);
    expect((await page()).querySelector('form[action$="/availability"]')).not.toBeNull();
    expect(await sums()).toEqual(before);
    expect((await world.visitor().get('/workshops')).text).not.toContain('Quand nous irons');
  });

  it('chooses the same again, and calendars are told of a later version of it', async () => {
    const [, second = ''] = await candidates();
    const calendar = async () => (await world.visitor().get(`/thread/${thread}/workshop.ics`)).text;
    expect(await calendar()).not.toContain('BEGIN:VEVENT');
    await olgaActs(`/thread/${thread}/workshop/dates/${second}`, { action: 'choose' });
    expect(await calendar()).toContain('SEQUENCE:1\r\n');
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      `select max(id)::text as id from private.workshop_act where act = 'choose'`,
    );
    expect((await olgaActs(`/thread/${thread}/workshop/acts/${id}/undo`, {})).status).toBe(303);
  });
});

describe('the answers', () => {
  it('wait while the workshop is gone, and are counted again when it comes back', async () => {
    const before = await sums();
    const own = (await answer({})).location ?? '';
    const sage = world.visitor((await world.member('Sauge', { role: 'administrator' })).cookie);
    await sage.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other', remark: '' });
    const gone = await world.visitor().get(own);
    expect([gone.status, gone.text.includes('pas là pour l’instant')]).toEqual([200, true]);
    await sage.post(`/desk/thread/${thread}/posts/1/restoration`, {});
    expect(await sums()).toEqual(before);
  });

  it('are erased seven days after the last date, sums apart, by a job that runs whatever the processes', async () => {
    const rows = () => world.writer.query('select 1 from private.availability');
    const run = async (): Promise<void> => {
      const turn = { now: world.clock.now(), stopping: new AbortController().signal };
      await world.app.get(Jobs, { strict: false }).all.get(ERASE_POLLS.name)?.work({}, turn);
    };
    const before = await sums();
    expect((await rows()).length).toBeGreaterThan(0);
    world.clock.set(new Date(new Date('2026-12-19T16:00:00Z').getTime() + 7 * DAY - 1000));
    await run();
    expect((await rows()).length).toBeGreaterThan(0);
    world.clock.advance(1000);
    await run();
    expect(await rows()).toEqual([]);
    expect(await sums()).toEqual(before);
  });
});

describe('what is wrong with dates that are asked about', () => {
  it.each([
    [
      'one alone',
      { candidateStart: '2027-01-12T14:00', candidateEnd: '2027-01-12T17:00' },
      'candidateStart',
      'deux à dix',
    ],
    [
      'eleven',
      {
        candidateStart: Array.from({ length: 11 }, (_, at) => `2027-01-${at + 10}T14:00`),
        candidateEnd: Array.from({ length: 11 }, (_, at) => `2027-01-${at + 10}T15:00`),
      },
      'candidateStart',
      'deux à dix',
    ],
    [
      'a fixed date beside them',
      { start: '2027-01-12T14:00', end: '2027-01-12T17:00' },
      'candidateStart',
      'pas les deux',
    ],
    [
      'the same twice',
      {
        candidateStart: ['2027-01-12T14:00', '2027-01-12T14:00'],
        candidateEnd: ['2027-01-12T17:00', '2027-01-12T17:00'],
      },
      'candidateStart',
      'deux fois',
    ],
    [
      'an end before its start',
      {
        candidateStart: ['2027-01-12T14:00', '2027-01-13T14:00'],
        candidateEnd: ['2027-01-12T17:00', '2027-01-13T13:00'],
      },
      'candidateEnd',
      'après le début',
    ],
  ])('is said at the field, with all that was typed: %s', async (_what, wrong, field, words) => {
    const answered = await world.visitor().post('/category/villes/workshops', {
      title: 'Une date à trouver',
      text: 'Nous la trouverons.',
      town: '57534',
      ...ASKED,
      ...wrong,
      key: newKey(),
    });
    expect(answered.status).toBe(422);
    const wrongPart = answered.html().querySelector(`.err [name="${field}"]`)?.closest('.err');
    expect(wrongPart?.text).toContain(words);
    const typed = answered.html().querySelectorAll('[name="candidateStart"]');
    expect(typed[0]?.getAttribute('value')).toMatch(/^202[67]-/);
  });
});
