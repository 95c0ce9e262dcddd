import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskedAlike } from './sweep/asked-alike.js';
import { Canaries, type Canary } from './sweep/canaries.js';
import { type Answer, type Ask, ask } from './sweep/http.js';
import { unlikeness } from './sweep/looking.js';
import { NobodysIds } from './sweep/nobodys-ids.js';
import { WorthAsking } from './sweep/worth-asking.js';

const HELD = '11111111-1111-4111-8111-111111111111';
const answer = (body: string, { status = 200, headers = {} }: Partial<Answer> = {}): Answer => ({
  status,
  headers,
  body,
});
const isMissing = ({ status }: Answer): boolean => status === 404;
const get = (path: string): Ask => ({ method: 'GET', path, route: path.replace(/\d+/, ':id').split('?')[0] });

describe('what the sweep does not ask, keep or look for', () => {
  it('finds each planted word in one pass, wherever it stands and whatever its capitals', () => {
    const canary = (word: string): Canary => ({ state: 'waiting', field: 'text', word });
    const [one, two, short, absent] = [
      'zq0123456789abcd',
      'zqzq456789abcdef',
      'zqmembersonly',
      'zq0123456789abce',
    ].map(canary) as [Canary, Canary, Canary, Canary];
    const in_ = (body: string): Canary[] => Canaries.in(body, [one, two, short, absent]);
    expect(in_(`<a href="/x-${one.word.toUpperCase()}y">zq</a>`)).toEqual([one]);
    expect(in_(`zq${two.word}`)).toEqual([two]);
    expect(in_(`${one.word}${short.word}`)).toEqual([one, short]);
    expect(in_(short.word.slice(0, -1))).toEqual([]);
  });

  it('tells of an id that stands in no row what was answered about the one before it, and asks about those that do', async () => {
    const nobodys = new NobodysIds([`desk.submission ${HELD}`]);
    const asked: string[] = [];
    const about = async (id: string, headers = {}): Promise<string> => {
      const path = `/desk/submissions/${id}`;
      const given = await nobodys.answer('guest', { method: 'GET', path }, async () => {
        asked.push(id);
        return answer(`to ${path}`, { headers });
      });
      return given.body;
    };
    const ids = [2, 3, 4, 5].map((digit) => HELD.replaceAll('1', String(digit)));
    for (const id of [...ids, HELD, HELD]) expect(await about(id)).toBe(`to /desk/submissions/${id}`);
    expect(asked).toEqual([...ids.slice(0, 2), HELD, HELD]);
    const sums = new NobodysIds([]);
    let times = 0;
    for (const id of ids)
      await sums.answer('guest', get(`/search/${id}`), async () => {
        times += 1;
        return answer('', { headers: { etag: `"${id}"` } });
      });
    expect(times).toBe(ids.length);
  });

  it('asks every address itself, each question of each route, and of what exists everything', () => {
    const worth = new WorthAsking(isMissing);
    const threads = Array.from({ length: 40 }, (_, index) => `/thread/${index}`);
    const questions = ['view=month', 'page=2'];
    const asks = threads.flatMap((path) => [path, ...questions.map((one) => `${path}?${one}`)].map(get));
    const asked = asks.filter((one) => {
      const is = worth.is(one);
      if (is) worth.heard(one, answer('', { status: one.path.startsWith('/thread/1') ? 200 : 404 }));
      return is;
    });
    const paths = asked.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(threads));
    const standing = asks.filter(({ path }) => path.startsWith('/thread/1')).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(standing));
    for (const question of questions) {
      const left = paths.filter((path) => !path.startsWith('/thread/1') && path.endsWith(question)).length;
      expect(left).toBeGreaterThan(2);
      expect(left).toBeLessThan(20);
    }
  });

  it('sees a status, a header or a letter that is another, and no key or address of a forum', () => {
    const page = answer('<p>Un mot</p>', { headers: { date: 'now', vary: 'cookie' } });
    expect(unlikeness('/', page, { ...page, headers: { date: 'later', vary: 'cookie' } })).toEqual([]);
    expect(unlikeness('/', answer('http://127.0.0.1:1/x'), answer('http://127.0.0.1:2/x'))).toEqual([]);
    expect(unlikeness('/', page, { ...page, status: 404 })).toEqual(['/: status 200 and 404']);
    expect(unlikeness('/', page, { ...page, headers: { vary: 'x' } })).toHaveLength(1);
    expect(unlikeness('/', page, { ...page, body: '<p>Un mos</p>' })).toHaveLength(1);
  });
});

describe('what people without a cookie ask', () => {
  const asked: string[] = [];
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, reply) => {
      asked.push(request.url ?? '');
      const late = request.url === '/late' && asked.filter((one) => one === '/late').length < 3;
      reply.statusCode = late ? 503 : request.url?.startsWith('/nothing') ? 404 : 200;
      reply.end(String(asked.length));
    });
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is asked again while the forum says that its database is late, and nothing is sent again', async () => {
    expect((await ask(url, null, { method: 'POST', path: '/late', fields: {} })).status).toBe(503);
    expect((await ask(url, null, get('/late'))).status).toBe(200);
    expect(asked.splice(0)).toEqual(['/late', '/late', '/late']);
  });

  it('is asked twice, read by all others from the second, and mostly once where nothing is', async () => {
    const alike = new AskedAlike(url, isMissing);
    const bodies = [];
    for (let time = 0; time < 4; time += 1) bodies.push((await alike.ask(get('/page'))).body);
    expect(bodies).toEqual(['1', '2', '2', '2']);
    const nothing = Array.from({ length: 40 }, (_, index) => `/nothing/${index}`);
    for (const path of [...nothing, ...nothing, ...nothing]) await alike.ask(get(path));
    const times = nothing.map((path) => asked.filter((one) => one === path).length);
    expect(new Set(times)).toEqual(new Set([1, 2]));
    expect(times.filter((each) => each === 1).length).toBeGreaterThan(20);
  });
});
