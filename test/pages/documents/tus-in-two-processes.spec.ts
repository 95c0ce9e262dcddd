import { type ClientRequest, type IncomingMessage } from 'node:http';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createApp } from '../../../src/create-app.js';
import { openLogins } from '../../../src/database/open-database.js';
import { ComingFiles } from '../../../src/uploads/coming-files.js';
import { begun, halfPart, part, tus } from '../../files/sent-in-parts.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let world: World;
/** The same forum once more, as after a start that overlaps with the one before: connections and memory of its own. */
let second: NestFastifyApplication;
let beside: { url: string };
beforeAll(async () => {
  world = await openWorld({ config: { fileBytes: 200_000 } });
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  const { reader, writer } = world.db.connections;
  second = await createApp(world.config, await openLogins(reader, writer), world.clock);
  await second.listen(0, '127.0.0.1');
  beside = { url: `http://127.0.0.1:${(second.getHttpServer().address() as AddressInfo).port}` };
}, LONG);
afterAll(async () => {
  await second.close();
  await world.close();
});

const folder = (): string => join(world.config.filesDir, 'coming');
const slip = (path: string) => world.visitor().get(`${path}/slip?wait=yes`);
/** Whichever process was given the last part cleans the file. */
const slipBeside = (path: string): Promise<Response> => fetch(`${beside.url}${path}/slip?wait=yes`);
const offsetBeside = async (path: string): Promise<string | null> =>
  (await tus(beside, 'HEAD', path)).headers.get('upload-offset');

/** Ten bytes of twenty have come to the first process, and its connection is open. */
async function half(path: string): Promise<{ sending: ClientRequest; lies: string; id: string }> {
  const before = new Set(existsSync(folder()) ? readdirSync(folder()) : []);
  const sending = await halfPart(world, path, 0, { bytes: '0123456789', of: 20 });
  let id = '';
  await until(async () => {
    id = readdirSync(folder()).find((name) => !before.has(name)) ?? '';
    expect(readFileSync(join(folder(), id), 'utf8')).toBe('0123456789');
  });
  return { sending, lies: join(folder(), id), id };
}

async function rest(sending: ClientRequest): Promise<number | undefined> {
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  sending.end('abcdefghij');
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}

const kept = (id: string): string =>
  readFileSync(join(world.config.filesDir, 'kept', id.slice(0, 2), id, 'file'), 'utf8').trim();

describe('a file that one process receives', () => {
  it(
    'is gone on with by another one, and what the first one still brings counts no more',
    async () => {
      const path = await begun(world, 20);
      const { sending, lies, id } = await half(path);
      expect((await part(beside, path, 0, 'zyx')).status).toBe(204);
      expect([await rest(sending), await offsetBeside(path)]).toEqual([409, '3']);
      expect(existsSync(lies)).toBe(false);
      expect((await part(world, path, 3, 'wvutsrqponmlkjihg')).status).toBe(204);
      await slip(path);
      expect(kept(id)).toBe('zyxwvutsrqponmlkjihg');
    },
    LONG,
  );

  it(
    'is thrown away by another one, and nothing of it is left',
    async () => {
      const path = await begun(world, 20);
      const { sending, lies } = await half(path);
      expect((await tus(beside, 'DELETE', path)).status).toBe(204);
      expect(await rest(sending)).toBe(409);
      expect([existsSync(lies), await offsetBeside(path)]).toEqual([false, null]);
    },
    LONG,
  );

  it(
    'is gone on with by either of them in turn',
    async () => {
      const path = await begun(world, 30);
      const parts = [
        await part(world, path, 0, '0123456789'),
        await part(beside, path, 10, '0123456789'),
        await part(world, path, 20, '0123456789'),
      ];
      expect(parts.map(({ status }) => status)).toEqual([204, 204, 204]);
      await slip(path);
    },
    LONG,
  );

  it(
    'is gone on with at once where that process was killed while it received',
    async () => {
      const path = await begun(world, 20);
      expect((await part(world, path, 0, '0123456789')).status).toBe(204);
      const [row] = await world.db.owner
        .query<{ id: string }>(`update desk.file set receiving = true where announced = 20 and size = 10 returning id`)
        .then(({ rows }) => rows);
      writeFileSync(join(folder(), row?.id ?? ''), '0123456789and more');
      expect((await part(beside, path, 10, 'abcdefghij')).status).toBe(204);
      await slipBeside(path);
      expect(kept(row?.id ?? '')).toBe('0123456789abcdefghij');
      expect(readdirSync(folder())).toEqual([]);
    },
    LONG,
  );

  it(
    'is gone on with where a process was killed that had begun to overtake it, and had no copy yet',
    async () => {
      const path = await begun(world, 20);
      expect((await part(world, path, 0, '0123456789')).status).toBe(204);
      const { rows } = await world.db.owner.query<{ id: string }>(
        `update desk.file set receiving = true where announced = 20 and size = 10 returning id`,
      );
      const files = second.get(ComingFiles, { strict: false });
      const [reached, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      // As far as anybody can see, it has ended there.
      const copying = jest.spyOn(files, 'copy').mockImplementationOnce(() => (reached.resolve(), ended.promise));
      const killed = part(beside, path, 10, 'abcdefghij');
      await reached.promise;
      expect((await part(world, path, 10, 'klmnopqrst')).status).toBe(204);
      ended.resolve();
      expect((await killed).status).toBe(409);
      copying.mockRestore();
      await slip(path);
      expect(kept(rows[0]?.id ?? '')).toBe('0123456789klmnopqrst');
      expect(readdirSync(folder())).toEqual([]);
    },
    LONG,
  );

  it(
    'has the bytes of one of them where both receive the same part at once, again and again',
    async () => {
      for (let round = 0; round < 10; round++) {
        const path = await begun(world, 40_000);
        const [one, other] = ['a'.repeat(40_000), 'b'.repeat(40_000)];
        const answers = await Promise.all([part(world, path, 0, one), part(beside, path, 0, other)]);
        const statuses = answers.map(({ status }) => status).sort();
        expect([
          [204, 204],
          [204, 409],
          [409, 409],
        ]).toContainEqual(statuses);
        const at = Number(await offsetBeside(path));
        if (at === 0) expect((await part(world, path, 0, one)).status).toBe(204);
        const { rows } = await world.db.owner.query<{ id: string; hash: Buffer }>(
          `select id, sent_hash as hash from desk.file where announced = 40000 order by sent_at desc, id limit 1`,
        );
        expect([one, other].map((each) => createHash('sha256').update(each).digest('hex'))).toContain(
          rows[0]?.hash.toString('hex'),
        );
        await Promise.all([slip(path), slipBeside(path)]);
        expect((await tus(world, 'DELETE', path)).status).toBe(204);
      }
    },
    LONG,
  );

  it.each([
    ['a part of it', 30],
    ['its end', 20],
  ])(
    'is told to stand elsewhere where its row does, when %s has come',
    async (_, length) => {
      const path = await begun(world, length);
      const { sending, id } = await half(path);
      await world.db.owner.query('update desk.file set size = 5 where id = $1', [id]);
      expect(await rest(sending)).toBe(409);
      const [row] = await world.writer.query('select state, size from desk.file where id = $1', [id]);
      expect(row).toEqual({ state: 'arriving', size: 5 });
    },
    LONG,
  );
});
