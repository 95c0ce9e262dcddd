import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_ORGANIZERS } from '../../../src/notices/workshops/workshops-without-hosts.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let olga: Person;
let ada: Person;
let mila: Person;
let place: string;
let category: number;
let thread: number;
let made = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'equipe', audience: 'staff' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}'`);
  olga = await world.member('Olga', { role: 'organizer' });
  ada = await world.member('Ada', { role: 'administrator' });
  mila = await world.member('Mila');
});
afterAll(() => world.close());

/** A workshop that Olga has taken on and Mila helps with. */
beforeEach(async () => {
  place = `rendez-vous-${(made += 1)}`;
  category = await world.category({ slug: place });
  thread = await world.workshop({ category: place });
  await hosts(olga, { action: 'take' });
  await hosts(olga, { action: 'add', member: 'Mila' });
});

const as = (who: Person | null) => world.visitor(who?.cookie ?? null);

async function hosts(who: Person, fields: Record<string, string>): Promise<void> {
  expect((await as(who).post(`/thread/${thread}/workshop/hosts`, fields)).status).toBe(303);
}

async function setAudience(audience: string): Promise<void> {
  const fields = {
    name: place,
    description: '',
    audience,
    hold: 'all',
    acceptedUntil: '1',
    agreement: '1',
    edits: 'held',
  };
  const answer = await as(ada).post(`/categories/${category}`, { ...fields, guestsWrite: 'yes', closesAfter: '' });
  expect(answer.status).toBe(303);
}

async function runBy(): Promise<number[]> {
  const rows = await world.writer.query<{ member: number }>(
    'select member_id as member from private.workshop_host where thread_id = $1 order by since',
    [thread],
  );
  return rows.map(({ member }) => member);
}

/** Whether the departure is of the very transaction that changed `what`. */
async function goneWith(what: string): Promise<boolean> {
  const { rows } = await world.db.owner.query<{ same: boolean }>(
    `select a.xmin = o.xmin as same from private.workshop_act a, ${what} and a.thread_id = $1 and a.act = 'depart'`,
    [thread],
  );
  return rows[0]?.same === true;
}

const hasHost = async (): Promise<boolean | undefined> =>
  (
    await world.reader.query<{ has: boolean }>('select has_host as has from workshop where thread_id = $1', [thread])
  )[0]?.has;

async function look(): Promise<void> {
  const turn = { now: world.clock.now(), stopping: new AbortController().signal };
  await world.app.get(Jobs, { strict: false }).all.get(TELL_ORGANIZERS.name)?.work({}, turn);
}

const told = async (who: Person): Promise<number> =>
  (await as(who).get('/me/notices')).html().querySelectorAll('[data-notice="workshop-alone"]').length;

describe('a host who may not read the category any more', () => {
  it('goes from the list with the change of the category, and those who read it still stay', async () => {
    await setAudience('staff');
    expect(await goneWith(`category o where o.id = ${category}`)).toBe(true);
    expect(await runBy()).toEqual([olga.id]);
    expect(await hasHost()).toBe(true);
    for (const page of ['team', 'hosts'])
      expect((await as(mila).get(`/thread/${thread}/workshop/${page}`)).status).toBe(404);
    await setAudience('everyone');
    expect(await runBy()).toEqual([olga.id]);
    expect((await as(mila).get(`/thread/${thread}/workshop/team`)).status).toBe(404);
  });

  it('closes the registration as the last one, and organizers are told', async () => {
    await hosts(olga, { action: 'leave' });
    const before = [await told(olga), await told(ada)];
    expect(await hasHost()).toBe(true);
    await setAudience('staff');
    expect([await runBy(), await hasHost()]).toEqual([[], false]);
    const [date] = await world.reader.query<{ id: string }>('select id from workshop_date where thread_id = $1', [
      thread,
    ]);
    const asked = { date: date?.id ?? '', answer: 'yes', key: 'a-key-of-who-came-late' };
    expect((await as(ada).post(`/thread/${thread}/workshop/registrations`, asked)).status).toBe(409);
    await look();
    world.clock.advance(31_000);
    await look();
    expect([await told(olga), await told(ada)]).toEqual(before.map((count) => count + 1));
  });

  it('goes from it when the thread is moved there, and is not brought back by undoing what sent them away', async () => {
    const nadia = await world.member(`Nadia ${made}`, { role: 'moderator' });
    await hosts(olga, { action: 'remove', member: 'Mila' });
    const [act] = await world.writer.query<{ id: string }>('select max(id)::text as id from private.workshop_act');
    await hosts(olga, { action: 'add', member: 'Mila' });
    const moved = await as(nadia).post(`/desk/thread/${thread}/category`, {
      from: place,
      category: 'equipe',
      action: 'do',
    });
    expect(moved.status).toBe(303);
    expect(await goneWith(`thread o where o.id = ${thread}`)).toBe(true);
    expect(await runBy()).toEqual([olga.id]);
    const undone = await as(olga).post(`/thread/${thread}/workshop/acts/${act?.id}/undo`);
    expect([undone.status, await runBy()]).toEqual([409, [olga.id]]);
  });
});
