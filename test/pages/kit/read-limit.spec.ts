import { minutesBefore, Sower } from '../../sow.js';
import { openWorld, type World } from '../../world.js';

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

test('addresses that lead nowhere count like pages', async () => {
  const { limits } = world.config;
  const narrow = await openWorld({
    config: { limitFactor: 1, proxies: ['127.0.0.1'], limits: { ...limits, read: { points: 5, seconds: 600 } } },
  });
  try {
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++)
      statuses.push((await narrow.visitor().get(`/nowhere/${n}`, { 'x-forwarded-for': '192.0.2.1' })).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
    expect((await narrow.visitor().get('/nowhere', { 'x-forwarded-for': '192.0.2.2' })).status).toBe(404);
  } finally {
    await narrow.close();
  }
});

test('drawing is limited by what it costs: letters, in one place and in all together', async () => {
  const draw = { points: 1_000, seconds: 600 };
  const { limits } = world.config;
  const narrow = await openWorld({ config: { limitFactor: 1, proxies: ['127.0.0.1'], limits: { ...limits, draw } } });
  try {
    const preview = async (text: string, place: number): Promise<number> =>
      (await narrow.visitor().post('/api/preview', { text }, { 'x-forwarded-for': `192.0.2.${place}` })).status;
    for (let n = 0; n < 20; n++) expect(await preview('court', 0)).toBe(200);
    expect(await preview('x'.repeat(900), 0)).toBe(200);
    expect(await preview('x'.repeat(100), 0)).toBe(429);
    for (let place = 1; place <= 9; place++) expect(await preview('x'.repeat(1_000), place)).toBe(200);
    expect(await preview('x'.repeat(1_000), 10)).toBe(429);
  } finally {
    await narrow.close();
  }
});
