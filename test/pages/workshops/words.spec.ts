import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Decisions } from '../../../src/desk/decisions/decisions.js';
import { Undo } from '../../../src/desk/undoing/undo.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_REGISTRATIONS } from '../../../src/notices/workshops/telling-registrations.js';
import { ERASE_REGISTRATIONS } from '../../../src/registrations/erasure.js';
import { formWith } from '../../form.js';
import { rowsWith } from '../../rows-with.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let olga: Person;
let nadia: Person;
let mila: Person;
let thread: number;
let date: string;
let parts: string[];
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  olga = await world.member('Olga', { role: 'organizer' });
  nadia = await world.member('Nadia', { role: 'moderator' });
  mila = await world.member('Mila');
});
afterAll(() => world.close());
beforeEach(async () => {
  const programme = { partTitle: ['Écrire', 'Marcher'], partTime: ['', ''], partText: ['', ''], partSeats: ['', ''] };
  thread = await world.workshop({ category: 'rendez-vous', seats: '1', ...programme });
  await as(olga).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
  const ids = async (table: string): Promise<string[]> =>
    (
      await world.writer.query<{ id: string }>(`select id from ${table} where thread_id = $1 order by position`, [
        thread,
      ])
    ).map(({ id }) => id);
  [date = ''] = await ids('workshop_date');
  parts = await ids('workshop_part');
});

const as = (person: Person | null) => world.visitor(person?.cookie ?? null);

async function register(more: Record<string, string> = {}, by: Person | null = null): Promise<string> {
  const sent = { date, answer: 'yes', key: `a-key-of-somebody-told-${(keys += 1)}`, ...more };
  const { location, status } = await as(by).post(`/thread/${thread}/workshop/registrations`, sent);
  expect(status).toBe(303);
  return location ?? '';
}

/** @returns the id of the submission */
async function write(text: string, more: Record<string, string> = {}): Promise<string> {
  const { action, fields } = formWith((await as(olga).get(`/thread/${thread}/workshop/team`)).html(), 'text');
  const sent = await as(olga).post(action, { ...fields, text, ...more });
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  expect((await as(olga).post(action, { ...fields, text, ...more })).location).toBe(sent.location);
  return sent.location?.split('/').at(-1) ?? '';
}

async function accept(id: string): Promise<string> {
  const verdict = { decision: 'accept' as const, version: 1, reasons: [], remark: '', language: 'fr' as const };
  return (await world.app.get(Decisions, { strict: false }).decide(nadia.visitor, id, verdict, world.clock.now())).id;
}

async function round(job: { name: string }): Promise<void> {
  const turn = { now: world.clock.now(), stopping: new AbortController().signal };
  await world.app.get(Jobs, { strict: false }).all.get(job.name)?.work({}, turn);
}

const reads = async (address: string, by: Person | null = null): Promise<string[]> =>
  (await as(by).get(address))
    .html()
    .querySelectorAll('[data-words] .text')
    .map(({ text }) => text.trim());

describe('what hosts write to the registered', () => {
  it('waits at the desk like an edit, stands on the page of each registration once accepted, and nowhere else', async () => {
    const [own, waiting] = [await register(), await register()];
    const id = await write('Venez sans zqtelephone.');
    expect(await reads(own)).toEqual([]);
    const card = await as(nadia).get('/desk?kind=words');
    expect(card.text).toContain('zqtelephone');
    expect(card.text).toContain('Mot aux inscrit·es');
    expect((await as(olga).get(`/me/submissions/${id}`)).text).toContain('zqtelephone');
    await accept(id);
    expect(await reads(own)).toEqual(['Venez sans zqtelephone.']);
    expect(await reads(waiting)).toEqual(['Venez sans zqtelephone.']);
    for (const path of [
      `/thread/${thread}/x`,
      '/',
      '/category/rendez-vous',
      '/search?q=zqtelephone',
      '/workshops.xml',
    ]) {
      const { location, text } = await as(mila).get(path);
      const shown = location === null || location === undefined ? text : (await as(mila).get(location)).text;
      expect(shown.replaceAll('q=zqtelephone', '').replaceAll('value="zqtelephone"', '')).not.toContain('Venez sans');
    }
    await as(null).post(`${own}/cancellation`);
    expect(await reads(own)).toEqual([]);
  });

  it('may be for those in the line or of one part alone', async () => {
    const seated = await register();
    const inLine = await register();
    const walking = await register({ part: parts[1] ?? '' });
    const line = await write('À la liste.', { to: 'line' });
    const walk = await write('À qui marche.', { to: parts[1] ?? '' });
    const card = async (id: string): Promise<string> => (await as(nadia).get(`/desk/submissions/${id}`)).text;
    expect(await card(line)).toContain('À la liste d’attente');
    expect(await card(walk)).toContain('À qui vient à : Marcher');
    await accept(line);
    await accept(walk);
    expect(await reads(seated)).toEqual([]);
    expect(await reads(inLine)).toEqual(['À la liste.']);
    expect(await reads(walking)).toEqual(expect.arrayContaining(['À qui marche.']));
  });

  it('is read by nobody who only asks to come, and by who says maybe only where everybody may come', async () => {
    await accept(await write('Au 3, rue Zqsecrète.'));
    const maybe = await register({ answer: 'maybe' });
    expect(await reads(maybe)).toEqual(['Au 3, rue Zqsecrète.']);
    await world.db.owner.query(`update workshop set admission = 'hosts' where thread_id = $1`, [thread]);
    const asked = await register();
    expect(await reads(maybe)).toEqual([]);
    expect(await reads(asked)).toEqual([]);
    const [row] = await world.writer.query<{ id: string }>(
      `select id from private.registration where thread_id = $1 and state = 'asked'`,
      [thread],
    );
    await as(olga).post(`/thread/${thread}/workshop/team/${row?.id}`, { action: 'admit' });
    expect(await reads(asked)).toEqual(['Au 3, rue Zqsecrète.']);
  });

  it('is told by a link once it is accepted, and read no more once that is undone', async () => {
    const own = await register({ mine: 'yes' }, mila);
    const decision = await accept(await write('Le code de la porte est 1234.'));
    await round(TELL_REGISTRATIONS);
    world.clock.advance(31_000);
    await round(TELL_REGISTRATIONS);
    await round(TELL_REGISTRATIONS);
    const notices = (await as(mila).get('/me/notices')).html().querySelectorAll('[data-notice="hosts-wrote"]');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).not.toContain('1234');
    expect(await reads(notices[0]?.querySelector('a')?.getAttribute('href') ?? '', mila)).toHaveLength(1);
    await world.app.get(Undo, { strict: false }).undo(nadia.visitor, decision, world.clock.now());
    expect(await reads(own)).toEqual([]);
    expect((await as(nadia).get('/desk?kind=words')).text).toContain('Le code de la porte');
  });

  it('is published at once where organizers may announce at once', async () => {
    const own = await register();
    await world.db.owner.query(`update category set organizers = 'at-once'`);
    await write('Tout de suite.');
    await world.db.owner.query(`update category set organizers = 'as-everyone'`);
    expect(await reads(own)).toEqual(['Tout de suite.']);
  });

  it('is taken back by its author everywhere', async () => {
    const own = await register();
    const id = await write('Une erreur zqerreur.');
    await accept(id);
    const followed = (await as(olga).get(`/me/submissions/${id}`)).html();
    expect(followed.querySelector('main')?.text).toContain('Les personnes inscrites le lisent');
    const back = followed.querySelector('form[action$="/withdrawal"]')?.getAttribute('action') ?? '';
    expect((await as(olga).post(back)).status).toBe(303);
    expect(await reads(own)).toEqual([]);
    expect(await rowsWith(world.db.owner, 'zqerreur')).toEqual([]);
  });

  it('is for its hosts alone, and comes back with what was typed when it is wrong', async () => {
    const path = `/thread/${thread}/workshop/words`;
    const sent = { to: 'all', text: 'Un mot.', key: 'a-key-of-somebody-else' };
    for (const who of [mila, nadia]) expect((await as(who).post(path, sent)).status).toBe(404);
    const wrong = await as(olga).post(path, { ...sent, to: '00000000-0000-4000-8000-000000000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.html().querySelector('textarea')?.text.trim()).toBe('Un mot.');
    expect((await as(olga).post(path, { ...sent, text: '' })).status).toBe(422);
  });

  it('is in no row any more seven days after, and what still waits leaves the desk with it', async () => {
    const later = async () => {
      const before = world.clock.now();
      world.clock.set(new Date('2027-01-20T12:00:00Z'));
      await round(ERASE_REGISTRATIONS);
      world.clock.set(before);
    };
    await register();
    const read = await write('Quelque chose de zqpassager.');
    await accept(read);
    const [waiting, returned] = [await write('Encore du zqpassager.'), await write('Un autre zqpassager.')];
    await as(nadia).post(`/desk/submissions/${returned}/decision`, {
      decision: 'return',
      version: '1',
      remark: 'À préciser.',
    });
    expect((await rowsWith(world.db.owner, 'zqpassager')).length).toBeGreaterThan(4);
    expect((await as(nadia).get('/desk?kind=words')).text).toContain('Encore du zqpassager.');
    await later();
    expect(await rowsWith(world.db.owner, 'zqpassager')).toEqual([]);
    expect((await as(nadia).get('/desk?kind=words')).html().querySelectorAll('article[data-submission]')).toEqual([]);
    const late = await as(nadia).post(`/desk/submissions/${waiting}/decision`, { decision: 'accept', version: '1' });
    expect(late.status).toBe(409);
    for (const id of [read, waiting, returned])
      expect((await as(olga).get(`/me/submissions/${id}`)).text).toContain('effacé sept jours après la fin');
  });
});
