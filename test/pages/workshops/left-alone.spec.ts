import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_ORGANIZERS } from '../../../src/notices/workshops/workshops-without-hosts.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let olga: Person;
let odile: Person;
let ada: Person;
let mia: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  olga = await world.member('Olga', { role: 'organizer' });
  odile = await world.member('Odile', { role: 'organizer' });
  ada = await world.member('Ada', { role: 'administrator' });
  mia = await world.member('Mia', { role: 'moderator' });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.owner.query('delete from private.notice');
  thread = await world.workshop({ category: 'rendez-vous' });
});

const act = async (by: Person, action: string): Promise<void> => {
  expect((await world.visitor(by.cookie).post(`/thread/${thread}/workshop/hosts`, { action })).status).toBe(303);
};

async function look(): Promise<void> {
  const turn = { now: world.clock.now(), stopping: new AbortController().signal };
  await world.app.get(Jobs, { strict: false }).all.get(TELL_ORGANIZERS.name)?.work({}, turn);
}

const told = async (who: Person): Promise<number> =>
  (await world.visitor(who.cookie).get('/me/notices')).html().querySelectorAll('[data-notice="workshop-alone"]')
    .length;

it('organizers and administrators are told once that nobody runs a workshop any more, with the way to it', async () => {
  await look();
  await act(olga, 'take');
  await act(olga, 'leave');
  await look();
  expect(await told(odile)).toBe(0);
  world.clock.advance(31_000);
  await Promise.all([look(), look()]);
  await look();
  expect(await Promise.all([olga, odile, ada, mia].map(told))).toEqual([1, 1, 1, 0]);
  const page = (await world.visitor(odile.cookie).get('/me/notices')).html();
  const way = page.querySelector('[data-notice="workshop-alone"] a')?.getAttribute('href') ?? '';
  expect(way).toContain(`/thread/${thread}/`);
  await act(odile, 'take');
  await look();
  await act(odile, 'leave');
  await look();
  world.clock.advance(31_000);
  await look();
  expect(await told(ada)).toBe(2);
});

it('nobody is told of one that nobody has run yet, that was taken on again in time, or that takes no registrations', async () => {
  await look();
  world.clock.advance(31_000);
  await look();
  expect(await told(odile)).toBe(0);
  await act(olga, 'take');
  await act(olga, 'leave');
  await look();
  world.clock.advance(20_000);
  await act(odile, 'take');
  world.clock.advance(20_000);
  await look();
  expect(await told(ada)).toBe(0);
});

it('they are told as well when the last host loses the role', async () => {
  await act(olga, 'take');
  await world.db.owner.query(`update member set role = 'member' where id = $1`, [olga.id]);
  await world.db.owner.query(`select pg_notify('palabre_news', $1)`, [
    JSON.stringify({ news: 'MemberChanged', member: olga.id }),
  ]);
  await until(async () => {
    const { rows } = await world.db.owner.query('select from workshop where thread_id = $1 and not has_host', [
      thread,
    ]);
    expect(rows).toHaveLength(1);
  });
  await look();
  world.clock.advance(31_000);
  await look();
  expect(await told(odile)).toBe(1);
  expect(await told(olga)).toBe(0);
});
