import { request } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/read-config.js';
import { type LiveServer, OpenRooms } from '../../../src/live/open-rooms.js';
import { openWorld, type World } from '../../world.js';
import { Listener } from './listener.js';

let world: World;
const listeners: Listener[] = [];

afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.close();
  await world.close();
});

const { limits } = readConfig({});
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

async function open(address: string): Promise<Listener> {
  const listener = await Listener.open(world.url, from(address));
  listeners.push(listener);
  return listener;
}

/** Status and `Retry-After` of a web socket's handshake that is refused. */
function refused(address: string): Promise<[number | undefined, string | undefined]> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...from(address).headers,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    request(`${world.url}/socket.io/?EIO=4&transport=websocket`, { headers })
      .on('response', ({ statusCode, headers: answered }) => resolve([statusCode, answered['retry-after']]))
      .on('upgrade', () => reject(new Error('it was let in')))
      .on('error', reject)
      .end();
  });
}

/** Of as many sockets as may be open, one has gone. */
async function placeFree(): Promise<void> {
  const end = performance.now() + 8_000;
  while (performance.now() < end) {
    const isOpen = await open('192.0.2.1').then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
  throw new Error('no place became free');
}

test('a place opens so many sockets in a while, and other places are let in as before', async () => {
  world = await openWorld({
    config: { limitFactor: 1, limits: { ...limits, socket: { points: 3, seconds: 600 } }, proxies: ['127.0.0.1'] },
  });
  for (let n = 0; n < 3; n++) await open('192.0.2.1');
  expect(await refused('192.0.2.1')).toEqual([429, '30']);
  expect((await fetch(`${world.url}/socket.io/?EIO=4&transport=polling`, from('192.0.2.1'))).status).toBe(429);
  await open('192.0.2.2');
  expect((await world.visitor().get('/', from('192.0.2.1').headers)).status).toBe(200);
});

test('a process holds so many sockets, and says of the next that there is no room', async () => {
  world = await openWorld({ config: { socketsMax: 2 } });
  const [first] = [await open('192.0.2.1'), await open('192.0.2.1')];
  expect(await refused('192.0.2.1')).toEqual([503, '30']);
  first?.close();
  // Its place is free as soon as the server has seen it go.
  await placeFree();
});

test('all sockets of a place together ask for so many rooms', async () => {
  world = await openWorld({
    config: { limitFactor: 1, limits: { ...limits, join: { points: 2, seconds: 600 } }, proxies: ['127.0.0.1'] },
  });
  const answers: unknown[] = [];
  for (let n = 0; n < 21; n++) {
    const one = await open('192.0.2.1');
    answers.push(await one.join('thread:77'), await one.join('thread:78'));
  }
  const refusals = answers.filter((answer) => JSON.stringify(answer) === '{"error":"too-many"}');
  expect(refusals).toHaveLength(2);
  expect(await (await open('192.0.2.2')).join('thread:77')).toEqual({ error: 'not-found' });
});

test('what one place asks for by the hundred is served a little in each turn of the process', async () => {
  world = await openWorld({ config: { proxies: ['127.0.0.1'] } });
  const loud = await open('192.0.2.1');
  const { server } = world.app.get(OpenRooms) as unknown as { server: LiveServer };
  let [served, most, inTurn, answered] = [0, 0, 0, 0];
  for (const socket of server.of('/').sockets.values()) socket.on('join', () => (inTurn += 1));
  for (let time = 0; time < 500; time++) loud.socket.emit('join', 'no room', () => (answered += 1));
  while (answered < 500) {
    await turn();
    [served, most, inTurn] = [served + inTurn, Math.max(most, inTurn), 0];
  }
  expect(served + inTurn).toBe(500);
  // Four in a turn, and this test's own turns begin in the middle of one.
  expect(most).toBeLessThanOrEqual(8);
});

test('a reader who takes nothing of what is said is closed, and the others hear all of it', async () => {
  world = await openWorld({ config: { socketsMax: 2 } });
  await world.category({ slug: 'villes', hold: 'nobody' });
  const thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  const calm = await Listener.in(world.url, [`thread:${thread}`]);
  const slow = await Listener.in(world.url, [`thread:${thread}`]);
  listeners.push(calm, slow);
  slow.takeNothing();
  const rooms = world.app.get(OpenRooms);
  const [room] = rooms.all('thread');
  if (room === undefined) throw new Error('nobody is in the room');
  const html = 'x'.repeat(1024 * 1024);
  for (let number = 2; number < 22; number++) rooms.say(room, 'post-published', { thread, number, html });
  await calm.hear('post-published', 20);
  await placeFree();
  expect(await calm.join(`thread:${thread}`)).toMatchObject({ ok: true });
});
