import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/read-config.js';
import { type Flood, drawing, languages, passwords, pipelined, sockets } from '../../bench/children/flooding.js';
import { read } from '../../bench/children/honest.js';
import { openWorld, type World } from '../../world.js';

/** What `npm run bench -- floods` does for as long as it takes, for a moment. */
let world: World;
let flood: Omit<Flood, 'size' | 'milliseconds'>;
let pages: { path: string; headers: Record<string, string> }[];

beforeAll(async () => {
  const { limits } = readConfig({});
  world = await openWorld({
    config: {
      limitFactor: 1,
      limits: { ...limits, socket: { points: 20, seconds: 600 }, login: { points: 3, seconds: 900 } },
      proxies: ['127.0.0.1'],
    },
  });
  await world.category({ slug: 'villes' });
  const thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  const [lena, nadia] = [await world.member('Léna'), await world.member('Nadia')];
  const path = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
  pages = [
    { path, headers: { 'x-forwarded-for': '198.51.100.1' } },
    { path, headers: { cookie: lena.cookie } },
  ];
  flood = { url: world.url, cookie: nadia.cookie, thread: String(thread) };
});
afterAll(() => world.close());

const SOME = expect.any(Number) as unknown;

test.each([
  ['connections that ask a thousand times and read nothing', pipelined, 20, 600, { 'cut off': SOME }],
  ['sockets of one place that ask for sixty rooms each', sockets, 40, 300, { opened: 20, refused: 20 }],
  ['the dearest texts, thirty times a second from each of three places', drawing, 30, 200, { 200: SOME }],
  ['a member who changes language in a loop', languages, 10, 300, { 303: SOME }],
  ['wrong passwords from three places', passwords, 10, 400, { 429: SOME }],
])('beside %s whoever is honest reads on', async (_, attack, size, milliseconds, met) => {
  const honest = read({ url: world.url, pages, rate: 40, milliseconds });
  // An answer other than 200 to somebody honest fails it.
  const [answers, waited] = await Promise.all([attack({ ...flood, milliseconds, size }), honest]);
  expect(answers).toMatchObject(met);
  expect(waited.longest).toBeGreaterThan(0);
});
