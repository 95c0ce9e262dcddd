import { randomBytes } from 'node:crypto';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import type { Usage } from './children/answering.js';
import { median, type Row, short } from './table.js';

/** Before `warm` messages most of the time before the first page hears is the compiling of what receives a reply. */
const USUAL = { readers: 1_000, rounds: 10, runs: 3, warm: 300 };
export const SHORT: typeof USUAL = { readers: 10, rounds: 2, runs: 2, warm: 1 };

interface Spread {
  half: number;
  last: number;
  cpu: number;
  payload: string;
}

/** One published post on its way to 1,000 open pages, beside bare Socket.IO with the same payload. */
export async function run(ground: Ground, size = USUAL): Promise<Row[]> {
  const { forum, load, say } = ground;
  const { readers, runs, warm } = size;
  const thread = /\d+/.exec(await forum.thread('ateliers', 'une caméra, un message'))?.[0] ?? '';
  const cookie = await forum.logIn('administrator');
  await forum.calm();
  const floor = await Child.start('floor-live', 0);
  const floorUrl = await floor.ask<string>('address');
  const reply = { url: forum.url, room: `thread:${thread}`, send: () => post(forum.url, thread, cookie) };
  const { payload } = await spread(load, forum.server, { ...reply, readers: 1, rounds: warm });
  const bareReply = { url: floorUrl, room: 'any', send: () => ({ url: floorUrl, headers: {}, body: payload }) };
  await spread(load, floor, { ...bareReply, readers: 1, rounds: warm });
  const ours: Spread[] = [];
  const bare: Spread[] = [];
  for (let turn = 0; turn < runs; turn++) {
    ours.push(await spread(load, forum.server, { ...reply, ...size }));
    bare.push(await spread(load, floor, { ...bareReply, ...size }));
    say(
      `${readers} readers, turn ${turn + 1}: ${short(ours.at(-1)?.half ?? 0, 'ms')} beside ${short(bare.at(-1)?.half ?? 0, 'ms')}`,
    );
  }
  await floor.stop();
  const [half, bareHalf] = [median(ours.map((one) => one.half)), median(bare.map((one) => one.half))];
  const [last, bareLast] = [median(ours.map((one) => one.last)), median(bare.map((one) => one.last))];
  return [
    {
      what: `a reply to ${short(readers)} open pages, half of them`,
      ours: short(half, 'ms'),
      floor: short(bareHalf, 'ms'),
      ratio: short(half / bareHalf),
      cpu: short(median(ours.map((one) => one.cpu)), 'ms'),
      floorCpu: short(median(bare.map((one) => one.cpu)), 'ms'),
      aim: 'ratio 1.3',
    },
    {
      what: 'same, the last of them',
      ours: short(last, 'ms'),
      floor: short(bareLast, 'ms'),
      ratio: short(last / bareLast),
      aim: 'ratio 2',
    },
  ];
}

/** What is sent where, and the room that hears of it. */
interface Way {
  url: string;
  room: string;
  send: () => Sending;
}

type Sending = { url: string; headers: Record<string, string>; body: string };

async function spread(
  load: Child,
  server: Child,
  { url, room, send, readers, rounds }: Way & Pick<typeof USUAL, 'readers' | 'rounds'>,
): Promise<Spread> {
  await load.ask('gather', { url, room, size: readers });
  await load.ask('hear', send());
  const before = await server.ask<Usage>('usage');
  const heard: { delays: number[]; payload: string }[] = [];
  for (let round = 0; round < rounds; round++) heard.push(await load.ask('hear', send()));
  const after = await server.ask<Usage>('usage');
  await load.ask('leave');
  return {
    half: median(heard.flatMap(({ delays }) => delays)),
    last: median(heard.map(({ delays }) => Math.max(...delays))),
    cpu: (after.cpu - before.cpu) / rounds,
    payload: heard[0]?.payload ?? '{}',
  };
}

/** A text that was sent before would be held, and no page would hear of it. */
let texts = 0;

function post(url: string, thread: string, cookie: string): Sending {
  const body = new URLSearchParams({
    text: `{{Quai du Levant}}, relevé ${Date.now()}-${++texts}, sur le troisième lampadaire en venant du port. Dôme, 3,20 m, direction ${Math.floor(Math.random() * 72) * 5}, panneau : non.`,
    name: '',
    email: '',
    key: randomBytes(18).toString('base64url'),
  });
  const headers = { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' };
  return { url: `${url}/thread/${thread}/replies`, headers, body: body.toString() };
}
