import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { httpServer, PATIENCE } from '../../../src/web/kit/server/http-server.js';
import { until } from '../../until.js';
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

  it('is one alone: two are refused', async () => {
    for (const second of ['evil.example', 'palabre.lan'])
      for (const path of ['/', '/healthz'])
        expect((await get(path, 'palabre.lan', `Host: ${second}`)).slice(0, 12)).toBe('HTTP/1.1 400');
  });

  it('is that of the address where a whole one is asked for, as of a proxy', async () => {
    expect((await get('http://palabre.lan/recent', 'evil.example')).slice(0, 12)).toBe('HTTP/1.1 200');
    for (const address of ['http://evil.example/', 'http://palabre.lan@evil.example/', 'x://evil.example', 'http:///'])
      expect([address, (await get(address, 'palabre.lan')).slice(0, 10)]).toEqual([address, 'HTTP/1.1 4']);
    expect((await get('http://evil.example/', 'palabre.lan')).slice(0, 12)).toBe('HTTP/1.1 421');
    expect((await get('http://evil.example/healthz', 'palabre.lan')).slice(0, 12)).toBe('HTTP/1.1 421');
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

describe('what can’t be read as a request', () => {
  const HEADERS = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  };
  const more = ['Host: palabre.lan', 'X-Canary: CANARI', 'Connection: close'];

  it.each([
    ['a method in small letters', ['get /CANARI HTTP/1.1', ...more], 400],
    ['an unknown method', ['BREW /CANARI HTTP/1.1', ...more], 400],
    ['no request at all', ['CANARI'], 400],
    ['a broken header', ['GET / HTTP/1.1', 'CANARI', ...more], 400],
    ['a head that is too long', ['GET / HTTP/1.1', `X: ${'x'.repeat(20_000)}`, ...more], 431],
  ])('is refused in plain words and with the headers of other early refusals: %s', async (_, lines, status) => {
    const answer = await say(lines);
    const [head = '', page = ''] = answer.split('\r\n\r\n');
    const [first, ...said] = head.split('\r\n');
    expect(first).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const headers = Object.fromEntries(said.map((line) => line.split(/: (.*)/).slice(0, 2)));
    expect(headers).toEqual({ ...HEADERS, 'content-length': String(Buffer.byteLength(page)) });
    expect([
      page.includes('Ouvrez la page') || page.includes('ouvrez la page'),
      page.includes('pen the page'),
    ]).toEqual([true, true]);
    expect([answer.includes('CANARI'), page.length < 2_000]).toEqual([false, true]);
  });

  /** Sends these bytes; all is answered at once but `/slow`, which the test answers itself. */
  async function talk(bytes: string, refused = true, patience = PATIENCE) {
    const slow: ServerResponse[] = [];
    const server = httpServer(
      world.config,
      (request, response) => {
        if (request.url === '/slow') slow.push(response);
        else response.end(request.url);
      },
      patience,
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8');
    let said = '';
    socket.on('data', (part: string) => (said += part));
    const closed = once(socket, 'close').then(() => void server.close());
    const send = async (more: string): Promise<void> => {
      const seen = once(server, 'clientError');
      socket.write(more);
      await seen;
    };
    if (refused) await send(bytes);
    else socket.write(bytes);
    return { slow, socket, send, closed, said: () => said };
  }

  const ask = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: palabre.lan\r\n\r\n`;
  const post = (header: string): string => `POST /slow HTTP/1.1\r\nHost: palabre.lan\r\n${header}\r\n\r\n`;
  const JUNK = 'get / HTTP/1.1\r\n\r\n';

  it.each([
    ['a request without a host', ['GET /CANARI HTTP/1.1', ...more.slice(1)], 400],
    ['an expectation that is not ours', ['GET /CANARI HTTP/1.1', ...more, 'Expect: CANARI'], 417],
  ])('is refused likewise where Node would say nothing: %s', async (_, lines, status) => {
    const answer = await say(lines);
    const [head = '', page = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const header of Object.entries(HEADERS)) expect(head.toLowerCase()).toContain(header.join(': '));
    expect(page).toMatch(/Ouvrez la page[^]*pen the page/);
    expect(answer).not.toContain('CANARI');
  });

  const SHORT = { head: 100, look: 20, arrival: { plain: 100, files: 400, least: 1 }, still: 5_000 };

  it.each([
    ['half a head', () => 'GET / HTTP/1.1\r\nHost: pal'],
    ['half a head behind a request', () => `${ask('/next')}GET / HTTP/1.1\r\nHost: pal`],
    ['half a body', () => `${post('Content-Length: 9')}half`],
  ])('is told so when it does not arrive in time: %s', async (_, bytes) => {
    const { closed, said } = await talk(bytes(), false, SHORT);
    await closed;
    const [head = '', page = ''] = said().slice(said().indexOf('HTTP/1.1 408')).split('\r\n\r\n');
    for (const header of Object.entries(HEADERS)) expect(head).toContain(header.join(': '));
    expect(page).toMatch(/mis trop de temps[^]*pen the page/);
  });

  it('is told nothing where nothing came', async () => {
    const { closed, said } = await talk('', false, SHORT);
    await closed;
    expect(said()).toBe('');
  });

  it('lets all answers to what came before it go out, and then stands where its own would', async () => {
    const { slow, send, closed, said } = await talk(post('Content-Length: 4') + 'text' + ask('/next') + JUNK);
    await send(JUNK);
    slow[0]?.end('stored');
    await closed;
    expect(said().match(/HTTP\/1.1 \d+|stored|\/next|n’est pas écrite/g)).toEqual([
      'HTTP/1.1 200',
      'stored',
      'HTTP/1.1 200',
      '/next',
      'HTTP/1.1 400',
      'n’est pas écrite',
    ]);
  });

  it('takes nothing from an answer after which the connection was to be closed', async () => {
    const { slow, closed, said } = await talk(post('Connection: close') + JUNK);
    slow[0]?.end('stored');
    await closed;
    expect(said().match(/HTTP\/1.1 \d+|stored/g)).toEqual(['HTTP/1.1 200', 'stored']);
  });

  it('writes nothing into an answer that has begun', async () => {
    const { slow, socket, send, closed, said } = await talk(ask('/slow') + JUNK);
    slow[0]?.write('begun');
    await once(socket, 'data');
    await send(JUNK);
    slow[0]?.end('ended');
    await closed;
    expect(said()).toMatch(/^HTTP\/1.1 200[^]*\r\nbegun\r\n5\r\nended\r\n0\r\n\r\nHTTP\/1.1 400/);
  });

  it('stands where the answer to a request would that did not come whole, unless that has begun', async () => {
    const asked = post('Transfer-Encoding: chunked');
    const silent = await talk(ask('/next') + asked + JUNK);
    await silent.closed;
    expect(silent.said().match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    const begun = await talk(asked, false);
    await until(async () => expect(begun.slow).toHaveLength(1));
    begun.slow[0]?.write('begun');
    await once(begun.socket, 'data');
    await begun.send(JUNK);
    await begun.closed;
    expect(begun.said().match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200']);
  });
});

it('a method that is read and leads nowhere is refused with the headers of every page', async () => {
  for (const method of ['PURGE', 'PROPFIND', 'TRACE', 'DELETE', 'QUERY']) {
    const answer = await say([`${method} /recent HTTP/1.1`, 'Host: palabre.lan', 'Connection: close']);
    expect([method, answer.slice(0, 12)]).toEqual([method, 'HTTP/1.1 404']);
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  }
});
