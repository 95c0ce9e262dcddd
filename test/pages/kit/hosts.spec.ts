import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld({ config: { publicUrl: 'http://forum.example.org', hosts: ['palabre.lan'] } });
});
afterAll(() => world.close());

/** What comes back for exactly these lines, with `connection: close` so that it ends. */
function say(lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(world.port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket
      .setEncoding('utf8')
      .on('data', (part: string) => (said += part))
      .on('end', () => resolve(said))
      .on('error', reject);
  });
}

const get = (path: string, host: string, ...more: string[]): Promise<string> =>
  say([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...more]);

describe('the name that a forum is asked for', () => {
  it('is one of those that it was given', async () => {
    for (const host of ['forum.example.org', 'palabre.lan:8080', 'localhost', `127.0.0.1:${world.port}`])
      expect([host, (await get('/', host)).slice(0, 12)]).toEqual([host, 'HTTP/1.1 200']);
  });

  it('and any other is answered 421 on every address, kept or not, with the setting that helps', async () => {
    for (const path of ['/', '/recent', '/login', '/assets/x.css', '/nowhere', '/desk']) {
      const refused = await get(path, 'evil.example');
      expect([path, refused.slice(0, 12)]).toEqual([path, 'HTTP/1.1 421']);
      expect(refused).toMatch(/HOSTS[^]*HOSTS/);
      expect(refused).not.toContain('evil.example');
    }
    expect(await say(['HEAD / HTTP/1.1', 'Host: evil.example', 'Connection: close'])).not.toContain('<');
  });

  it('does not matter to whoever watches over the server', async () => {
    expect((await get('/healthz', 'balancer.internal')).slice(0, 12)).toBe('HTTP/1.1 200');
    expect((await get('/healthz/x', 'balancer.internal')).slice(0, 12)).toBe('HTTP/1.1 421');
  });

  it('matters to sockets, polled or not', async () => {
    const polled = '/socket.io/?EIO=4&transport=polling';
    const socket = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    expect((await get(polled, 'evil.example')).slice(0, 12)).toBe('HTTP/1.1 421');
    expect((await get(polled, 'palabre.lan')).slice(0, 12)).toBe('HTTP/1.1 200');
    const open = (host: string): Promise<string> =>
      say(['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', ...socket]);
    expect((await open('evil.example')).slice(0, 12)).toBe('HTTP/1.1 421');
  });
});

it('a wish for another protocol is answered with the page', async () => {
  const answer = await say([
    'GET /recent HTTP/1.1',
    'Host: palabre.lan',
    'Connection: Upgrade, HTTP2-Settings, close',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABkAAQAAP__',
  ]);
  expect(answer.slice(0, 12)).toBe('HTTP/1.1 200');
  expect(answer).toContain('</html>');
});
