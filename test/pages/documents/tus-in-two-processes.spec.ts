import { type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../../src/create-app.js';
import { openLogins } from '../../../src/database/open-database.js';
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
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.db.owner.query(`update category set documents = 'everyone'`);
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

describe('a file that one process receives', () => {
  it(
    'is neither written nor thrown away by another one meanwhile, and is gone on with by either of them afterwards',
    async () => {
      const path = await begun(world, 20);
      const { sending, lies, id } = await half(path);
      const answers = [await part(beside, path, 0, 'zyx'), await tus(beside, 'DELETE', path)];
      expect(answers.map(({ status }) => status)).toEqual([409, 409]);
      expect(readFileSync(lies, 'utf8')).toBe('0123456789');
      expect([await rest(sending), await offsetBeside(path)]).toEqual([204, '20']);
      await slip(path);
      expect(readFileSync(join(world.config.filesDir, 'kept', id.slice(0, 2), id, 'file'), 'utf8').trim()).toBe(
        '0123456789abcdefghij',
      );
      const other = await begun(world, 30);
      const parts = [
        await part(world, other, 0, '0123456789'),
        await part(beside, other, 10, '0123456789'),
        await part(world, other, 20, '0123456789'),
      ];
      expect(parts.map(({ status }) => status)).toEqual([204, 204, 204]);
      await slip(other);
    },
    LONG,
  );

  it(
    'is left by it where it has lost the lock, so that another one goes on',
    async () => {
      const path = await begun(world, 20);
      const { sending } = await half(path);
      const broken = new Promise((resolve) => sending.once('close', resolve));
      await world.db.owner.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
           and database = (select oid from pg_database where datname = current_database())
           and pid in (select pid from pg_stat_activity where query like '%pg_try_advisory_lock%')`,
      );
      await broken;
      expect(await offsetBeside(path)).toBe('0');
      expect((await part(beside, path, 0, 'abcdefghijabcdefghij')).status).toBe(204);
      expect((await slipBeside(path)).status).toBe(200);
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
