import { once } from 'node:events';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.js';
import { createApp } from '../../src/create-app.js';
import type { Connection } from '../../src/database/connection.js';
import { openDatabase, openLogins } from '../../src/database/open-database.js';
import { SteadyClient } from '../../src/database/steady-client.js';
import { NEWS_CHANNEL } from '../../src/events/news.js';
import { NewsWire } from '../../src/events/news-wire.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { SettableClock } from '../settable-clock.js';
import { type SlowPooler, slowPooler } from './dropping-pooler.js';

/** Longer than a page may wait. */
const SLOW = 5_100;

describe('a start at which a connection takes its time', () => {
  let test: TestDatabase;
  const poolers: SlowPooler[] = [];
  beforeAll(async () => {
    test = await freshDatabase();
  });
  afterAll(async () => {
    for (const pooler of poolers) pooler.close();
    await test.close();
  });

  async function slow(): Promise<{ pooler: SlowPooler; through: (login: Connection) => Connection }> {
    const pooler = await slowPooler(test.connections.owner, SLOW);
    poolers.push(pooler);
    return { pooler, through: (login) => ({ ...login, host: '127.0.0.1', port: pooler.port }) };
  }

  async function prepares(): Promise<void> {
    const { through } = await slow();
    const address = (login: Connection): string => {
      const { user, port, database } = through(login);
      return `postgres://${user}@127.0.0.1:${port}/${database}`;
    };
    const { owner, reader, writer } = test.connections;
    const settings = {
      DATABASE_URL: address(owner),
      DATABASE_READER_URL: address(reader),
      DATABASE_WRITER_URL: address(writer),
    };
    const database = await openDatabase(readConfig(settings));
    expect(await database.healthy()).toBe(true);
    await database.close();
  }

  async function listensForNews(): Promise<void> {
    const { through } = await slow();
    const wire = new NewsWire(through(test.connections.reader));
    const heard = new Promise((resolve) => wire.on('MonthCounted', resolve));
    await wire.onModuleInit();
    await test.owner.query(`notify ${NEWS_CHANNEL}, '{"news":"MonthCounted"}'`);
    await heard;
    await wire.onApplicationShutdown();
  }

  async function hurriesOnceItListens(): Promise<void> {
    const { pooler, through } = await slow();
    const database = await openLogins(through(test.connections.reader), through(test.connections.writer));
    const config = { ...readConfig({}), filesDir: join(tmpdir(), 'palabre-no-files') };
    const app = await createApp(config, database, new SettableClock());
    await app.listen(0, '127.0.0.1');
    const taken = await Promise.all(
      Array.from({ length: 9 }, async () => {
        const runner = database.reader.createQueryRunner();
        await runner.connect();
        return runner;
      }),
    );
    pooler.forget();
    const begun = performance.now();
    await expect(database.reader.query('select 1')).rejects.toThrow('connection timeout');
    expect(performance.now() - begun).toBeLessThan(SLOW);
    for (const runner of taken) await runner.release();
    await app.close();
    await database.close();
  }

  // Each waits for longer than five seconds, so all do it at once.
  it('waits for each login and for the news, and once it listens nobody waits so long any more', async () => {
    await Promise.all([prepares(), listensForNews(), hurriesOnceItListens()]);
  });

  it('that fails leaves nothing behind that goes on trying', async () => {
    const { pooler, through } = await slow();
    pooler.close();
    const wire = new NewsWire(through(test.connections.reader));
    const lost: string[] = [];
    wire.onDeaf(() => lost.push('deaf'));
    await expect(wire.onModuleInit()).rejects.toThrow('ECONNREFUSED');
    // One that was begun later has ended, so the first one has.
    const later = new SteadyClient(through(test.connections.reader));
    const ended = once(later, 'end');
    await expect(later.connect()).rejects.toThrow('ECONNREFUSED');
    await ended;
    expect(lost).toEqual([]);
  });
});
