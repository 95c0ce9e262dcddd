import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.js';
import { RouteTable, type Route } from '../../src/web/kit/route-table.js';
import { openWorld, type Person, type World } from '../world.js';

const once = { points: 1, seconds: 600 };
const limits = { ...readConfig({}).limits, act: once, read: once, account: once, catchUp: once };

/** Each gives less than a page. Whoever adds one says here that it is so. */
const UNCOUNTED = ['/favicon.ico', '/favicon.svg', '/healthz'];

let world: World;
let first: Person;
let second: Person;
let routes: Route[];

beforeAll(async () => {
  world = await openWorld({ config: { limits, limitFactor: 1 } });
  first = await world.member('Ada', { role: 'administrator' });
  second = await world.member('Berthe', { role: 'administrator' });
  routes = world.app.get(RouteTable).routes;
});
afterAll(() => world.close());

const isReading = ({ method }: Route): boolean => method === 'GET' || method === 'HEAD';
const addressOf = ({ path }: Route): string => path.replaceAll(/:\w+/g, '1');
const opensFor =
  (who: 'guests' | 'members') =>
  ({ mark }: Route): boolean =>
    mark === 'everyone' || (mark === 'guests') === (who === 'guests');

async function ask(route: Route, cookie: string | null): Promise<number> {
  const headers = { ...(cookie === null ? {} : { cookie }), origin: world.url, accept: 'application/json' };
  const body = isReading(route) ? { method: route.method } : { method: route.method, body: new URLSearchParams() };
  return (await fetch(`${world.url}${addressOf(route)}`, { headers, redirect: 'manual', ...body })).status;
}

async function unlimited(which: (route: Route) => boolean, cookie: string | null): Promise<string[]> {
  const open: string[] = [];
  for (const route of routes.filter(which)) if ((await ask(route, cookie)) !== 429) open.push(route.path);
  return [...new Set(open)].sort();
}

describe('every door counts who goes through it', () => {
  const wrong: Route = { method: 'POST', path: '/me', mark: 'members', controller: '', handler: '' };

  it('what a member does counts against the account, on every route that is no reading', async () => {
    expect(await ask(wrong, first.cookie)).not.toBe(429);
    expect(routes.filter((route) => !isReading(route)).length).toBeGreaterThan(50);
    expect(await unlimited((route) => !isReading(route) && opensFor('members')(route), first.cookie)).toEqual([]);
  });

  it('and against no other account of the same address', async () => {
    expect(await ask(wrong, second.cookie)).not.toBe(429);
  });

  it('what a guest does counts against their place on the network', async () => {
    expect(await ask({ ...wrong, path: '/follow' }, null)).not.toBe(429);
    const open = (route: Route): boolean =>
      !isReading(route) && (route.mark === 'everyone' || route.mark === 'guests');
    expect(await unlimited(open, null)).toEqual([]);
  });

  it('each page that is drawn counts, for guests and for members', async () => {
    const drawn =
      (who: 'guests' | 'members') =>
      (route: Route): boolean =>
        isReading(route) && opensFor(who)(route);
    expect(await ask({ ...wrong, method: 'GET', path: '/login' }, null)).toBe(200);
    // What an open page asks for after a cut has a budget of its own.
    for (const cookie of [null, first.cookie])
      expect(await ask({ ...wrong, method: 'GET', path: '/thread/1/posts' }, cookie)).toBe(404);
    expect(
      await unlimited(
        (route) => drawn('guests')(route) && (route.mark === 'everyone' || route.mark === 'guests'),
        null,
      ),
    ).toEqual(UNCOUNTED);
    expect(await ask({ ...wrong, method: 'GET' }, first.cookie)).toBe(200);
    expect(await unlimited(drawn('members'), first.cookie)).toEqual(UNCOUNTED);
  });
});
