import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;

beforeAll(async () => {
  world = await openWorld({
    config: { publicUrl: 'http://forum.example', hosts: ['192.168.1.20', 'abcdefghijklmnop.onion'] },
  });
  ada = await world.member('Ada');
});
afterAll(() => world.close());

/** Sends exactly these headers; `fetch` adds some of its own. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port: world.port,
        method,
        path,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      },
      (answer) => {
        let text = '';
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asking.on('error', reject).end(body);
  });
}

type Case = [string, Record<string, string>, { guest: boolean; member: boolean }];
const both = { guest: true, member: true };
const none = { guest: false, member: false };
const HOST = '127.0.0.1:PORT';

const CASES: Case[] = [
  [
    'a form of ours',
    { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin', referer: `http://${HOST}/login` },
    both,
  ],
  ['a form of ours, seen through a proxy that speaks https', { origin: `https://${HOST}` }, both],
  ['a form of ours under the public address', { origin: 'http://forum.example' }, both],
  ['a form of another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, none],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }, none],
  ['a host that begins like ours', { origin: 'http://forum.example.evil.example' }, none],
  ['a host that ends like ours', { origin: 'http://evilforum.example' }, none],
  ['an address with a name before the host', { origin: 'http://forum.example@evil.example' }, none],
  ['a page that hides its origin', { origin: 'null' }, none],
  [
    'a page that hides its origin, whatever else it says',
    { origin: 'null', 'sec-fetch-site': 'same-origin', referer: `http://${HOST}/` },
    none,
  ],
  ['an origin that is none', { origin: 'evil' }, none],
  ['another site with a referer of ours', { origin: 'http://evil.example', referer: `http://${HOST}/` }, none],
  ['no Origin, fetched by our own page', { 'sec-fetch-site': 'same-origin' }, both],
  ['no Origin, typed by the user', { 'sec-fetch-site': 'none' }, both],
  ['no Origin, fetched from another site', { 'sec-fetch-site': 'cross-site' }, none],
  ['no Origin, fetched from a sibling host', { 'sec-fetch-site': 'same-site' }, none],
  [
    'no Origin, fetched from another site, with a referer of ours',
    { 'sec-fetch-site': 'cross-site', referer: `http://${HOST}/` },
    none,
  ],
  ['a referer of ours alone', { referer: `http://${HOST}/login?back=%2F` }, both],
  ['a referer of another site alone', { referer: 'http://evil.example/127.0.0.1' }, none],
  ['no witness at all', {}, { guest: true, member: false }],
];

describe('what would change something', () => {
  it.each(CASES)('is let in or refused: %s', async (_, headers, expected) => {
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(world.port))]),
    );
    // A page for guests that asks for a name and a password, and one for members; what passes the wall is answered
    // 422.
    const guest = await send('POST', '/login', sent);
    const member = await send('POST', '/me', { ...sent, cookie: ada.cookie }, 'language=xx');
    expect({ guest: guest.status, member: member.status }).toEqual({
      guest: expected.guest ? 422 : 403,
      member: expected.member ? 422 : 403,
    });
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('is refused by any other method too: %s', async (method) => {
    expect((await send(method, '/me', { origin: 'http://evil.example', cookie: ada.cookie })).status).toBe(403);
  });

  it('is refused whatever it says that it contains', async () => {
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded; charset=utf-8',
    ]) {
      const { status } = await send(
        'POST',
        '/logout',
        { origin: 'http://evil.example', cookie: ada.cookie, 'content-type': type },
        '{}',
      );
      expect([403, 415]).toContain(status);
    }
    expect((await world.visitor(ada.cookie).get('/me')).status).toBe(200);
  });

  it('works under every name that the forum is asked for', async () => {
    for (const host of [
      'localhost:3000',
      '192.168.1.20:8080',
      'abcdefghijklmnop.onion',
      'forum.example',
      'forum.example:80',
      '[::1]:3000',
    ]) {
      const { status } = await send('POST', '/login', { host, origin: `http://${host.replace(/:80$/, '')}` });
      expect([host, status]).toEqual([host, 422]);
    }
  });

  it('gives a text that was refused back to whoever wrote it', async () => {
    const { status, text } = await send(
      'POST',
      '/thread/1/replies',
      { origin: 'null' },
      new URLSearchParams({ text: 'Une <heure> de travail', name: 'Léo' }).toString(),
    );
    expect(status).toBe(403);
    expect(text).toContain('Une &lt;heure> de travail');
    expect(text).toContain('La demande ne venait pas d’une page de ce forum');
  });
});

describe('what only looks', () => {
  it('may come from anywhere', async () => {
    for (const method of ['GET', 'HEAD'])
      expect(
        (await send(method, '/login', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' })).status,
      ).toBe(200);
  });
});
