import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let olga: Person;
let odile: Person;
let thread: number;
let told: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rendez-vous' });
  olga = await world.member('Olga', { role: 'organizer' });
  odile = await world.member('Odile', { role: 'organizer' });
  thread = await world.workshop({ category: 'rendez-vous' });
  told = await world.reply(thread, 'Nous étions quinze, et voici la carte.');
  await as(olga).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
});
afterAll(() => world.close());

const as = ({ cookie }: Person) => world.visitor(cookie);
const name = (number: string, by = olga) => as(by).post(`/thread/${thread}/workshop/report`, { number });

async function shown(): Promise<string | undefined> {
  const led = await world.visitor().get(`/thread/${thread}`);
  return (await world.visitor().get(led.location ?? '')).html().querySelector('[data-outcome] .text')?.text.trim();
}

it('a host names the post that tells what came out, and the page begins with it once the workshop is over', async () => {
  expect((await name(String(told))).status).toBe(303);
  expect(await shown()).toBeUndefined();
  const before = world.clock.now();
  world.clock.set(new Date('2026-12-20T12:00:00Z'));
  expect(await shown()).toBe('Nous étions quinze, et voici la carte.');
  world.clock.set(before);
  expect((await name('')).status).toBe(303);
});

it('only its hosts do, with a post of that thread, and the act stands in the story and can be undone', async () => {
  expect((await name(String(told), odile)).status).toBe(404);
  for (const number of ['1', '999', 'deux']) {
    const wrong = await name(number);
    expect(wrong.status).toBe(422);
    expect(wrong.html().querySelector('[name="number"]')?.getAttribute('value')).toBe(number);
  }
  const done = await as(olga).get((await name(String(told))).location ?? '');
  const undo = done.html().querySelector('.done form')?.getAttribute('action') ?? '';
  expect(done.text).toContain('compte rendu');
  expect((await as(olga).post(undo)).status).toBe(303);
  expect(await world.writer.query('select from workshop_report where thread_id = $1', [thread])).toEqual([]);
});
