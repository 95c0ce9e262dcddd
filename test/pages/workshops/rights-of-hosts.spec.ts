import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';
import { until } from '../../until.js';

let world: World;
let orga: Person;
let helper: Person;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  orga = await world.member('Olga', { role: 'organizer' });
  helper = await world.member('Hugo');
});
afterAll(() => world.close());

const as = ({ cookie }: Person) => world.visitor(cookie);
const at = (thread: number, rest: string) => `/thread/${thread}/workshop/${rest}`;
const status = async (who: Person, thread: number, page = 'team') => (await as(who).get(at(thread, page))).status;

/** Run by Olga, with acts in the order of the clock. */
async function held() {
  const thread = await world.workshop({ category: 'rendez-vous' });
  const host = async (who: Person, action: string, member = '') => {
    world.clock.advance(1000);
    return as(who).post(at(thread, 'hosts'), { action, member });
  };
  const undo = async (who: Person, act: string) => {
    const [last] = await world.writer.query<{ id: string }>(
      'select id::text from private.workshop_act w where thread_id = $1 and act = $2 order by w.id desc limit 1',
      [thread, act],
    );
    return (await as(who).post(at(thread, `acts/${last?.id ?? ''}/undo`), {})).status;
  };
  const [date] = await world.reader.query<{ id: string }>('select id from workshop_date where thread_id = $1', [
    thread,
  ]);
  await host(orga, 'take');
  await host(orga, 'add', 'Hugo');
  return { thread, host, undo, date: date?.id ?? '' };
}

it('whoever has left comes back by an undo, unless somebody has sent them away since', async () => {
  const { thread, host, undo } = await held();
  await host(helper, 'leave');
  expect(await undo(helper, 'leave')).toBe(303);
  expect(await status(helper, thread)).toBe(200);
  await host(helper, 'leave');
  await host(orga, 'add', 'Hugo');
  await host(orga, 'remove', 'Hugo');
  expect(await status(helper, thread)).toBe(404);
  expect(await undo(helper, 'leave')).toBe(409);
  expect(await undo(helper, 'remove')).toBe(404);
  expect(await status(helper, thread)).toBe(404);
});

it('nobody comes back by themself long after', async () => {
  const { thread, host, undo } = await held();
  await host(helper, 'leave');
  world.clock.advance(10 * 60_000 + 1);
  expect(await undo(helper, 'leave')).toBe(409);
  expect(await status(helper, thread)).toBe(404);
});

it('no helper sends away by an undo who took it on, nor is offered it, and any helper undoes what is about them', async () => {
  const { thread, host, undo } = await held();
  await world.member('Hanna');
  await host(orga, 'add', 'Hanna');
  expect(await undo(helper, 'take')).toBe(403);
  expect(await undo(helper, 'add')).toBe(403);
  expect(await status(orga, thread)).toBe(200);
  const offered = async (who: Person) =>
    (await as(who).get(at(thread, 'hosts'))).html().querySelectorAll('[data-story] form').length;
  expect(await offered(orga)).toBe(3);
  expect(await offered(helper)).toBe(1);
  await host(orga, 'remove', 'Hanna');
  expect(await undo(helper, 'remove')).toBe(403);
  expect(await undo(orga, 'remove')).toBe(303);
});

it('whoever has lost the role undoes nothing of what they did with its dates', async () => {
  const former = await world.member('Odile', { role: 'organizer' });
  const { thread, host, undo, date } = await held();
  await host(former, 'take');
  expect((await as(former).post(at(thread, `dates/${date}`), { action: 'cancel', reason: 'ill' })).status).toBe(303);
  const admin = await world.member('Augustine', { role: 'administrator' });
  expect((await as(admin).post(`/members/${former.id}/role`, { role: 'member' })).status).toBe(303);
  const again = { ...former, cookie: await world.session(former.id) };
  await until(async () => expect(await status(again, thread, 'hosts')).toBe(404));
  expect(await undo(again, 'cancel')).toBe(404);
  const state = 'select state from workshop_date where id = $1';
  expect(await world.reader.query(state, [date])).toEqual([{ state: 'cancelled' }]);
});

it('a host who may not read the thread any more acts no more at its door', async () => {
  const { thread, date } = await held();
  const sent = { date, answer: 'yes', name: 'Amina', key: 'a-key-of-who-may-read' };
  expect((await world.visitor().post(at(thread, 'registrations'), sent)).status).toBe(303);
  const [row] = await world.writer.query<{ id: string }>('select id from private.registration where thread_id = $1', [
    thread,
  ]);
  await world.db.owner.query(`update category set audience = 'staff'`);
  for (const action of ['arrive', 'admit', 'decline', 'undo'])
    expect((await as(helper).post(at(thread, `team/${row?.id}`), { action })).status).toBe(404);
  expect((await as(helper).post(at(thread, 'team'), { action: 'erase' })).status).toBe(404);
  expect(await world.writer.query('select arrived from private.registration where id = $1', [row?.id])).toEqual([
    { arrived: false },
  ]);
  await world.db.owner.query(`update category set audience = 'everyone'`);
  expect((await as(helper).post(at(thread, `team/${row?.id}`), { action: 'arrive' })).status).toBe(303);
});
