import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ARRIVAL, mustArrive } from '../../src/web/kit/server/arriving.js';

let server: Server;
let client: Socket;
let said: string;

beforeEach(async () => {
  server = createServer((request, response) => {
    mustArrive(request, (socket) => socket.end('late'), { plain: 100, files: 400, least: 100 });
    request.resume().once('end', () => response.end('whole'));
    request.once('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  said = '';
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.setEncoding('utf8').on('data', (part: string) => (said += part));
  client.on('error', () => undefined);
});
afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const head = (type: string): string =>
  `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: 1000000\r\n\r\n`;

/** Sends some bytes again and again until the other side has ended it. */
async function trickled(bytes: number): Promise<void> {
  const sending = setInterval(() => client.write('x'.repeat(bytes)), 20);
  await once(client, 'close');
  clearInterval(sending);
}

test('a body that does not arrive in its time is late', async () => {
  client.write(head('text/plain'));
  await trickled(50);
  expect(said).toBe('late');
});

/** A form with files, and a part of one file by tus. */
const FILES = ['multipart/form-data; boundary=b', 'application/offset+octet-stream'];

test.each(FILES)('files may take longer, but not for ever: %s', async (type) => {
  client.write(head(type));
  const start = performance.now();
  await trickled(50);
  expect(performance.now() - start).toBeGreaterThan(300);
  expect(said).toBe('late');
});

test.each(FILES)('and have to keep coming: %s', async (type) => {
  client.write(head(type));
  await once(client, 'close');
  expect(said).toBe('late');
});

test('a body that arrives is answered', async () => {
  client.write(head('text/plain') + 'x'.repeat(1_000_000));
  await once(client, 'close');
  expect(said).toContain('whole');
});

test('who leaves before it has arrived, and was answered all the same, keeps no process alive', async () => {
  const answering = createServer((request, response) => {
    mustArrive(request, () => undefined, ARRIVAL);
    response.end('enough');
  }).listen(0, '127.0.0.1');
  await once(answering, 'listening');
  const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const leaving = connect((answering.address() as AddressInfo).port, '127.0.0.1');
  leaving.write(head('text/plain') + 'x');
  await once(leaving, 'data');
  leaving.destroy();
  answering.close();
  await once(answering, 'close');
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBe(before);
});
