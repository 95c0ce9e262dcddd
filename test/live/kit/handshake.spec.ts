import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';
import { Listener } from './listener.js';

const LAN = 'palabre.lan';
const ONION = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion';

let world: World;
let member: Person;

beforeAll(async () => {
  world = await openWorld({ config: { hosts: [LAN, ONION, '192.168.1.7'] } });
  await world.category({ slug: 'entre-nous', audience: 'members' });
  member = await world.member('Mira');
});
afterAll(() => world.close());

/** The status of a polling handshake with exactly these headers, as no browser would let a page choose them. */
function shake(
  headers: Record<string, string>,
  path = '/socket.io/?EIO=4&transport=polling',
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(world.url + path, { headers }, (answer) => {
      let text = '';
      answer
        .setEncoding('utf8')
        .on('data', (part: string) => (text += part))
        .on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asking.on('error', reject).end();
  });
}

async function opens(
  origin: string | null,
  cookie?: string,
  transports?: ('websocket' | 'polling')[],
): Promise<boolean> {
  try {
    (await Listener.open(world.url, { origin, cookie, transports })).close();
    return true;
  } catch {
    return false;
  }
}

describe('the origin of a handshake', () => {
  test('has to be exactly the host that was asked for', async () => {
    const { host, port } = new URL(world.url);
    const foreign = [
      'https://evil.example',
      'null',
      'file://',
      '',
      `http://evil.example:${port}`,
      `http://${host}.evil.example`,
      `http://evil.example/${host}`,
      `http://evil.example#${host}`,
      `http://${host}@evil.example`,
      'http://127.0.0.1',
      `http://127.0.0.1:1${port}`,
      `http://localhost:${port}`,
      host,
      `ftp://${host}`,
    ];
    for (const origin of foreign) {
      for (const cookie of [undefined, member.cookie]) {
        for (const transports of [['websocket'], ['polling']] as const) {
          expect([origin, cookie === undefined, transports[0], await opens(origin, cookie, [...transports])]).toEqual([
            origin,
            cookie === undefined,
            transports[0],
            false,
          ]);
        }
      }
    }
    expect(await opens(world.url, member.cookie, ['websocket'])).toBe(true);
    expect(await opens(world.url, member.cookie, ['polling'])).toBe(true);
    expect(await opens(world.url)).toBe(true);
  });

  test('may be any name that the forum was given, as long as the page has the same', async () => {
    for (const name of ['localhost:3000', LAN, ONION, '192.168.1.7:8080']) {
      expect((await shake({ host: name, origin: `http://${name}`, cookie: member.cookie })).status).toBe(200);
      expect((await shake({ host: name, origin: 'http://other.example', cookie: member.cookie })).status).toBe(403);
    }
  });

  test('may be missing where the browser says that the page is ours, or where no cookie came along', async () => {
    expect((await shake({ cookie: member.cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await shake({ cookie: member.cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await shake({ cookie: member.cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await shake({ cookie: member.cookie })).status).toBe(403);
    expect((await shake({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await shake({})).status).toBe(200);
  });

  test('is answered without leave for other sites, and with the headers of the other answers', async () => {
    const { headers } = await shake({ origin: world.url });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });
});

describe('the cookie of a handshake', () => {
  test('says who listens, and without it, or with a wrong one, a guest does', async () => {
    const names = [
      undefined,
      'palabre=',
      'palabre=wrong',
      `palabre=${'A'.repeat(43)}`,
      `other=${member.cookie.slice('palabre='.length)}`,
    ];
    for (const cookie of names) {
      const guest = await Listener.open(world.url, { cookie });
      expect(await guest.join('category:entre-nous')).toEqual({ error: 'not-found' });
      guest.close();
    }
    const someone = await Listener.open(world.url, { cookie: member.cookie });
    expect(await someone.join('category:entre-nous')).toMatchObject({ ok: true });
    someone.close();
  });
});

describe('a session of the transport', () => {
  test('that was never opened is refused, whatever it is called', async () => {
    for (const sid of ['__proto__', 'constructor', 'toString', 'AAAAAAAAAAAAAAAAAAAA', '%00', '']) {
      const { status, text } = await shake({ origin: world.url }, `/socket.io/?EIO=4&transport=polling&sid=${sid}`);
      expect([sid, sid === '' ? 200 : 400, text.includes('at ')]).toEqual([sid, status, false]);
    }
    expect((await shake({ origin: world.url }, '/socket.io/?EIO=4&transport=webtransport')).status).toBe(400);
    expect((await shake({ origin: world.url }, '/socket.io/socket.io.js')).status).toBe(400);
  });
});
