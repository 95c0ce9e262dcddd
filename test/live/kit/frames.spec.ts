import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LiveServer, OpenRooms } from '../../../src/live/open-rooms.js';
import type { Room } from '../../../src/live/room.js';
import { openWorld, type World } from '../../world.js';
import { Listener } from './listener.js';

let world: World;
let thread: number;
let rooms: OpenRooms;
let server: LiveServer;
let room: Room;
let web: Listener;
let polling: Listener;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', hold: 'nobody' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  web = await Listener.in(world.url, [`thread:${thread}`]);
  polling = await Listener.in(world.url, [`thread:${thread}`], { transports: ['polling'] });
  rooms = world.app.get(OpenRooms);
  ({ server } = rooms as unknown as { server: LiveServer });
  const [found] = rooms.all('thread');
  if (found === undefined) throw new Error('nobody is in the room');
  room = found;
});
afterAll(() => {
  web.close();
  polling.close();
  return world.close();
});

const say = (number: number): void => rooms.say(room, 'post-published', { thread, number, html: '<p>Déjà lu ?</p>' });
const heardBy = (listener: Listener): unknown[] =>
  listener.frames.map(({ event, message }) => (event === 'post-published' ? message.number : event));
const socketOf = (listener: Listener) => server.of('/').sockets.get(listener.socket.id ?? '');

test('what is said in a room is written to its web sockets as it is, and is a packet only for whoever polls', async () => {
  const packets = { websocket: 0, polling: 0 };
  for (const { conn } of server.of('/').sockets.values())
    conn.on('packetCreate', () => (packets[conn.transport.name as keyof typeof packets] += 1));
  for (const number of [2, 3, 4]) say(number);
  await Promise.all([web, polling].map((each) => each.hear('post-published', 3)));
  expect([heardBy(web), heardBy(polling)]).toEqual([
    [2, 3, 4],
    [2, 3, 4],
  ]);
  expect(web.frames[0]?.message).toEqual({ thread, number: 2, html: '<p>Déjà lu ?</p>' });
  expect(packets).toEqual({ websocket: 0, polling: 3 });
});

test('it does not overtake what was said to one socket before', async () => {
  web.frames.length = 0;
  say(5);
  socketOf(web)?.emit('catch-up');
  say(6);
  socketOf(web)?.emit('submission-changed');
  say(7);
  await web.hear('post-published', 3);
  expect(heardBy(web)).toEqual([5, 'catch-up', 6, 'submission-changed', 7]);
});

test('nobody who is leaving is written to, and the others hear it', async () => {
  web.frames.length = 0;
  const leaving = await Listener.in(world.url, [`thread:${thread}`]);
  socketOf(leaving)?.conn.close();
  say(8);
  await web.hear('post-published');
  await leaving.until(() => leaving.closed, 'the end of the one that was closed');
  expect([heardBy(web), heardBy(leaving)]).toEqual([[8], []]);
});
