import { minutesBefore, Sower } from '../sow.js';
import { openWorld, type World } from '../world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { limits } = world.config;
  await world.close();
  world = await openWorld({ config: { limitFactor: 1, limits: { ...limits, read: { points: 5, seconds: 600 } } } });
  const sow = new Sower(world.db.owner);
  await sow.thread(await world.category({ slug: 'villes' }), 45, minutesBefore(world.clock.now(), 3));
});
afterAll(() => world.close());

test('pages that must be drawn are limited in rate, kept ones never', async () => {
  const reader = world.visitor();
  expect((await reader.get('/')).status).toBe(200);
  for (let n = 0; n < 30; n++) expect((await reader.get('/')).status).toBe(200);
  const statuses: number[] = [];
  for (let n = 0; n < 8; n++) statuses.push((await reader.get(`/recent?x=${n}`)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429, 429, 429]);
  const refused = await reader.get('/thread/1/posts/1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('cache-control')).toBe('no-store');
  for (let n = 0; n < 30; n++) expect((await reader.get('/')).status).toBe(200);
});
