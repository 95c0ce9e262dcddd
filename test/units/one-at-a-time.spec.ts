import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OneAtATime } from '../../src/web/kit/server/one-at-a-time.js';

const BODY = Buffer.alloc(4 * 1024 * 1024, 'x');

let server: Server;
let line: OneAtATime;
let answered: number;
let seen: number;
let client: Socket;

beforeEach(async () => {
  answered = 0;
  seen = 0;
  line = new OneAtATime(
    (request, response) => {
      answered += 1;
      response.end(request.url === '/long' ? BODY : request.url);
    },
    60_000,
    200,
  );
  server = createServer((request, response) => {
    seen += 1;
    line.handle(request, response);
  }).on('connection', line.stopWhenCut);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
});
afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, times: number): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(times);

test('requests that arrive together are all answered, in order', async () => {
  let said = '';
  client.setEncoding('utf8').on('data', (part: string) => (said += part));
  client.write(Array.from({ length: 9 }, (_, n) => ask(`/${n}`, 1)).join(''));
  while (!said.endsWith('/8')) await once(client, 'data');
  expect(said.match(/\/\d+$|\/\d+(?=HTTP)/g)).toEqual(Array.from({ length: 9 }, (_, n) => `/${n}`));
});

test('of a reader who takes nothing only one answer is made, and then the connection is closed', async () => {
  client.pause();
  client.write(ask('/long', 20));
  const [socket] = (await once(server, 'connection')) as [Socket];
  await once(socket, 'close');
  expect(answered).toBe(1);
  expect(line.unsent).toBe(0);
});

test('whoever sends a thousand requests without waiting is cut off', async () => {
  client.pause();
  client.write(ask('/long', 1000));
  const [socket] = (await once(server, 'connection')) as [Socket];
  await once(socket, 'close');
  expect(answered).toBe(1);
});

test('of what whoever was cut off has sent no more is read', async () => {
  client.on('error', () => undefined).resume();
  client.write(ask('/short', 1000));
  const [socket] = (await once(server, 'connection')) as [Socket];
  await once(socket, 'close');
  // One that is answered, those in line, and the one that was too many.
  expect(seen).toBeLessThan(12);
});

test('what lies ready for all who take nothing is bounded: whoever goes beyond is closed, and those before are not', async () => {
  line = new OneAtATime((_request, response) => response.end(BODY), 60_000, 60_000, 2.5 * BODY.length);
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  const clients = [client];
  for (let n = 1; n <= 3; n++) {
    const one = n === 1 ? client : connect(port, '127.0.0.1');
    clients.push(one.on('error', () => undefined).pause());
    const asked = once(server, 'request');
    one.write(ask('/long', 1));
    await asked;
  }
  // What was closed is given back in one of the next turns.
  for (let turns = 0; turns < 1_000 && line.unsent > 2.5 * BODY.length; turns++) await turn();
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([false, false, true]);
  expect(line.unsent).toBeLessThan(2.5 * BODY.length);
  for (const one of clients) one.destroy();
});

test('a slow reader who takes something gets all of it', async () => {
  let bytes = 0;
  client.on('data', (part: Buffer) => {
    bytes += part.length;
    client.pause();
    setImmediate(() => client.resume());
  });
  client.write(ask('/long', 2));
  while (bytes < 2 * BODY.length) await once(client, 'data');
  expect(answered).toBe(2);
});
