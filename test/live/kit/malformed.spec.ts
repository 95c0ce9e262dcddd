import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, type World } from '../../world.js';
import { Listener } from './listener.js';

let world: World;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', hold: 'nobody' });
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
});
afterAll(() => world.close());

/**
 * Opens a bare web socket, says these frames one after the other, and waits until the other end closes or falls
 * silent.
 */
async function say(...frames: (string | Uint8Array<ArrayBuffer>)[]): Promise<'closed' | 'open'> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const closed = new Promise<'closed'>((resolve) => socket.addEventListener('close', () => resolve('closed')));
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  for (const frame of frames) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  const state = await Promise.race([closed, new Promise<'open'>((resolve) => setTimeout(resolve, 120, 'open'))]);
  socket.close();
  return state;
}

/** The forum still answers pages, lets in and is heard. */
async function expectAlive(): Promise<void> {
  expect((await world.visitor().get('/healthz')).status).toBe(200);
  const guest = await Listener.in(world.url, [`thread:${thread}`]);
  const number = await world.reply(thread, `Encore un message, ${performance.now()}.`);
  expect((await guest.hear('post-published')).number).toBe(number);
  guest.close();
}

const CONNECT = '40';

describe('what no page of ours would say', () => {
  const frames: Record<string, (string | Uint8Array<ArrayBuffer>)[]> = {
    'nothing at all': [''],
    'an unknown kind of packet': ['9', 'z', '\u0000'],
    'an event before entering': ['42["join","desk"]'],
    'a namespace that is not there': ['40/admin,', '40/__proto__,{}'],
    'entering twice': [CONNECT, CONNECT],
    'broken JSON': [CONNECT, '42["join"', '42{', '42[', '42["join",{"a":}]'],
    'an event name that is no text': [CONNECT, '42[{"a":1}]', '42[null,"x"]', '42[["join"],"x"]', '42[1e309]'],
    'names of the transport’s own events': [
      CONNECT,
      '42["disconnect"]',
      '42["connect_error",{}]',
      '42["newListener","x"]',
    ],
    'an event called error': [CONNECT, '42["error"]', '42["error",{"message":"x"}]'],
    'events that are not ours': [
      CONNECT,
      '42["constructor","x"]',
      '42["__proto__",{}]',
      '42["toString"]',
      '42["post-published",{"thread":1}]',
    ],
    'an answer that nobody asked for': [CONNECT, '430[]', '4399999999999[1]', '43["x"]'],
    'an enormous number of an answer': [
      CONNECT,
      '42184467440737095516151844674407370955161518446744073709551615["join","desk"]',
    ],
    'half a binary event': [CONNECT, '451-["join",{"_placeholder":true,"num":0}]'],
    'more attachments than anybody has': [CONNECT, '45999999999-["join",{"_placeholder":true,"num":0}]'],
    'an attachment that was not announced': [CONNECT, new Uint8Array([4, 1, 2, 3])],
    'an attachment that is not there': [CONNECT, '451-["join",{"_placeholder":true,"num":7}]', new Uint8Array([1])],
    'a polluting key': [CONNECT, '42["join",{"__proto__":{"polluted":true}}]', '40{"__proto__":{"polluted":true}}'],
    'deep nesting': [CONNECT, `42["join",${'['.repeat(1500)}${']'.repeat(1500)}]`],
    'more than a page would ever say at once': [CONNECT, `42["join","${'x'.repeat(30_000)}"]`],
    'an upgrade that is none': ['5', '2probe', '6'],
  };

  for (const [what, said] of Object.entries(frames)) {
    test(`${what} is not answered and ends nothing but its own connection`, async () => {
      await say(...said);
      await expectAlive();
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  }
});

describe('asking for a room', () => {
  test('that has no name of a room is answered with an error', async () => {
    const guest = await Listener.open(world.url);
    const names: unknown[] = [
      null,
      0,
      7,
      true,
      '',
      {},
      [],
      ['thread:1'],
      { of: 'desk' },
      'thread',
      'thread:',
      'thread:0',
      'thread:-1',
      'thread:1.5',
      'thread:1e3',
      'thread:01',
      'thread:9999999999',
      'thread:1:everyone:fr',
      `thread:${thread}:staff:fr`,
      'category:',
      'category:a b',
      "category:'; drop table post",
      'desk:all',
      'desk ',
      'follow:',
      'submission:1',
      'x'.repeat(500),
      'thread:1\u0000',
      ' thread:1',
      'THREAD:1',
    ];
    for (const name of names) expect([name, await guest.join(name)]).toEqual([name, { error: 'malformed' }]);
    for (const name of ['desk', `follow:${'A'.repeat(32)}`, 'follow:short', 'category:__proto__', 'thread:999999999'])
      expect([name, await guest.join(name)]).toEqual([name, { error: 'not-found' }]);
    expect(await guest.join(`thread:${thread}`)).toMatchObject({ ok: true });
    guest.close();
  });

  test('is possible for twenty rooms at most', async () => {
    const threads: number[] = [];
    for (let each = 0; each < 22; each++)
      threads.push(await world.thread({ category: 'villes', title: `Sujet ${each}`, text: 'Un mot.' }));
    const guest = await Listener.open(world.url);
    const answers = await Promise.all(threads.map((each) => guest.join(`thread:${each}`)));
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(20);
    // Asked for all at once, whichever two come last are refused.
    expect(answers.filter((answer) => 'error' in answer)).toEqual([{ error: 'too-many' }, { error: 'too-many' }]);
    guest.close();
  });

  test('without wanting an answer gets none and enters all the same', async () => {
    const guest = await Listener.open(world.url);
    (guest.socket as { emit(event: string, room: string): unknown }).emit('join', `thread:${thread}`);
    await guest.settle();
    await world.reply(thread, 'Pour qui n’attend pas de réponse.');
    await guest.hear('post-published');
    guest.close();
  });
});

describe('a flood', () => {
  test('of questions is answered no further than the limit', async () => {
    const strict = await openWorld({ config: { limitFactor: 1 } });
    const guest = await Listener.open(strict.url);
    const answers = await Promise.all(Array.from({ length: 70 }, () => guest.join('thread:77')));
    expect(answers.filter((answer) => 'error' in answer && answer.error === 'not-found')).toHaveLength(60);
    expect(answers.filter((answer) => 'error' in answer && answer.error === 'too-many')).toHaveLength(10);
    expect(guest.closed).toBe(false);
    guest.close();
    await strict.close();
  });

  test('closes its own connection, and the others hear as before', async () => {
    const narrow = await openWorld({ config: { limitFactor: 1 } });
    await narrow.category({ slug: 'villes', hold: 'nobody' });
    const place = await narrow.thread({ category: 'villes', title: 'Place du lavoir', text: 'Deux mâts.' });
    const [loud, calm] = [await Listener.open(narrow.url), await Listener.in(narrow.url, [`thread:${place}`])];
    for (let each = 0; each < 2000; each++)
      (loud.socket as { emit(event: string, said: string): unknown }).emit('noise', String(each));
    await loud.until(() => loud.closed, 'the end of the flood');
    await narrow.reply(place, 'Après le bruit.');
    await calm.hear('post-published');
    calm.close();
    await narrow.close();
  });
});
