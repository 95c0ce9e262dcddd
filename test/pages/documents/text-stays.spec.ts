import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '../../../src/config/read-config.js';
import { Store } from '../../../src/uploads/store.js';
import type { Answer } from '../../browsing.js';
import { announced } from '../../files/sent-in-parts.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;
const TEXT = 'Une heure d’écriture sur les mâts de la rue.';

let world: World;
let ada: Person;
const slow: Socket[] = [];
beforeAll(async () => {
  const { limits } = readConfig({});
  const acts = { ...limits, act: { points: 40, seconds: 3_600 } };
  world = await openWorld({ config: { limitFactor: 1, proxies: ['127.0.0.1'], limits: acts } });
  for (const slug of ['rue', 'cercle', 'sans']) await world.category({ slug, name: slug });
  await world.db.owner.query(
    `update category set documents = case slug when 'rue' then 'everyone' when 'cercle' then 'members' else 'nobody' end`,
  );
  ada = await world.member('Ada');
}, LONG);
afterEach(() => slow.splice(0).forEach((socket) => socket.destroy()));
afterAll(() => world.close());

let keys = 0;
const fields = () => ({
  title: 'Un mât neuf',
  text: TEXT,
  name: 'Lou',
  action: 'send',
  key: `text-stays-key-${String((keys += 1)).padStart(4, '0')}`,
});
const FILE = [{ name: 'a.txt', bytes: 'des mots '.repeat(40_000) }];
const send = (path: string, headers = {}, files = FILE, cookie: string | null = null): Promise<Answer> =>
  world.visitor(cookie).send(path, fields(), files, headers);
const kept = (answer: Answer): string | undefined =>
  answer.html().querySelector('textarea[name=text]')?.textContent.trim();
const files = async (): Promise<number> => (await world.writer.query('select from desk.file')).length;

/** From another place on the network. */
const from = (place: number) => ({ 'x-forwarded-for': `192.0.2.${place}` });

/** Sends words and the beginning of a file, and then nothing more. */
async function stuck(place = 0): Promise<void> {
  const socket = connect(world.port, '127.0.0.1');
  slow.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const said = (head: string, value: string): string =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}`;
  const body = `${said('name="title"', 'x\r\n')}${said('name="file"; filename="a.txt"', 'lent')}`;
  const type = 'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 20000000';
  const where = place === 0 ? '' : `X-Forwarded-For: ${from(place)['x-forwarded-for']}\r\n`;
  const head = `POST /category/rue/threads HTTP/1.1\r\nHost: 127.0.0.1:${world.port}\r\n${where}${type}`;
  socket.write(`${head}\r\n\r\n${body}`);
}

describe('a text that was sent with files', () => {
  it('comes back from the wall, with and without a file, and no file is stored', async () => {
    for (const list of [FILE, []]) {
      const answer = await send('/category/rue/threads', { origin: 'null' }, list);
      expect([answer.status, kept(answer)]).toEqual([403, TEXT]);
    }
    expect(await files()).toBe(0);
  });

  it('comes back from the guard of an address for members', async () => {
    const answer = await send('/me/submissions/00000000-0000-4000-8000-000000000000/correction');
    expect([answer.status, kept(answer)]).toEqual([403, TEXT]);
  });

  it('comes back when it is too long', async () => {
    const answer = await world.visitor().send('/category/rue/threads', { ...fields(), name: 'x'.repeat(300_000) }, []);
    expect([answer.status, kept(answer)]).toEqual([413, TEXT]);
  });

  it(
    'is sent without a file, whoever fills all places for forms with files',
    async () => {
      await Promise.all([1, 2, 3, 4].map(() => stuck()));
      await until(async () => expect(await world.writer.query(`select from desk.file`)).toHaveLength(4));
      const refused = await send('/category/rue/threads');
      expect([refused.status, kept(refused)]).toEqual([503, TEXT]);
      expect((await send('/category/rue/threads', {}, [])).status).toBe(303);
      slow.splice(0).forEach((socket) => socket.destroy());
      await until(async () => expect(await files()).toBe(0));
      expect((await send('/category/rue/threads')).status).toBe(303);
    },
    LONG,
  );

  it(
    'comes back from the twenty-first form with files at once, wherever the others come from, until they break off',
    async () => {
      const twenty = async (): Promise<void> => {
        const all = (await files()) + 20;
        await Promise.all(Array.from({ length: 20 }, (_, nth) => stuck(1 + (nth % 5))));
        await until(async () => expect(await files()).toBe(all));
      };
      const broken = async (some: number): Promise<void> => {
        const left = (await files()) - some;
        slow.splice(0, some).forEach((socket) => socket.destroy());
        await until(async () => expect(await files()).toBe(left));
      };
      await twenty();
      const refused = await send('/category/rue/threads', from(9));
      expect([refused.status, refused.headers.get('retry-after'), kept(refused)]).toEqual([503, '30', TEXT]);
      expect(refused.text).toContain('Trop de fichiers arrivent en même temps');
      expect((await send('/category/rue/threads', from(9), [])).status).toBe(303);
      await broken(1);
      expect((await send('/category/rue/threads', from(9))).status).toBe(303);
      // Each of those that broke off has given its place back, and none has given it twice.
      await broken(19);
      await twenty();
      expect((await send('/category/rue/threads', from(9))).status).toBe(503);
      await broken(20);
    },
    LONG,
  );

  it(
    'is sent without files while less than a tenth of the disk is free, and files are refused with an hour to wait',
    async () => {
      const room = jest.spyOn(world.app.get(Store, { strict: false }), 'room');
      room.mockResolvedValue({ free: 99, all: 1_000 });
      try {
        const refused = await send('/category/rue/threads', from(10));
        expect([refused.status, refused.headers.get('retry-after'), kept(refused)]).toEqual([503, '3600', TEXT]);
        expect((await send('/category/rue/threads', from(10), [])).status).toBe(303);
        const parts = await announced(world, 20, '/category/rue/threads', from(10));
        expect([parts.status, parts.headers.get('retry-after')]).toEqual([503, '3600']);
        room.mockResolvedValue({ free: 101, all: 1_000 });
        expect((await send('/category/rue/threads', from(10))).status).toBe(303);
      } finally {
        room.mockRestore();
      }
    },
    LONG,
  );

  it(
    'comes back when the forum fails at its file',
    async () => {
      await world.db.owner.query('alter table desk.file rename to away');
      try {
        const answer = await send('/category/rue/threads');
        expect([answer.status, kept(answer)]).toEqual([500, TEXT]);
      } finally {
        await world.db.owner.query('alter table desk.away rename to file');
      }
    },
    LONG,
  );
});

describe('a file that may not come', () => {
  it.each([
    ['where nobody attaches', '/category/sans/threads', 422],
    ['where members do', '/category/cercle/threads', 422],
    ['for a category that is not there', '/category/absente/threads', 404],
    ['for a thread that is not there', '/thread/999/replies', 404],
    ['for an address that opens nothing', `/follow/${'x'.repeat(32)}/correction`, 404],
    ['for no address at all', '/thread/9x9/replies', 404],
  ])(
    'is not stored: %s',
    async (_, path, status) => {
      const before = await files();
      const { title, ...reply } = fields();
      const correction = { text: TEXT, version: '1' };
      const sent = { category: { title, ...reply }, thread: reply, follow: correction }[path.split('/')[1] ?? ''];
      const answer = await world.visitor().send(path, sent, FILE);
      expect(answer.status).toBe(status);
      expect(kept(answer) ?? answer.text).toContain(TEXT);
      expect(await files()).toBe(before);
    },
    LONG,
  );

  it(
    'comes for members where members attach',
    async () => {
      const before = await files();
      expect((await send('/category/cercle/threads', {}, FILE, ada.cookie)).status).toBe(303);
      expect(await files()).toBe(before + 1);
    },
    LONG,
  );
});

describe('whoever acts too often', () => {
  it('is told so with their text', async () => {
    for (let n = 0; n < 40; n++) await world.visitor().post('/category/rue/threads');
    const answer = await send('/category/rue/threads');
    expect([answer.status, kept(answer)]).toEqual([429, TEXT]);
  });
});
