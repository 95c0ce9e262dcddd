import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, rmdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { disguise, type Disguise } from '../../src/database/postgres-binaries.js';
import { type EmbeddedServer, runningServer, startServer } from '../../src/database/embedded-server.js';

const settings = { fsync: 'off' };
const root = process.getuid?.() === 0;

let home: string;
let folder: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-server-'));
  folder = join(home, 'data', 'postgres');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the embedded server', () => {
  it('comes back by itself with what was committed when the system has killed it', async () => {
    const server = await startServer(folder, { settings: {} });
    await ask(server, 'create table kept as select 42 as answer');
    process.kill(Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    expect(await patiently(() => ask(server, 'select answer from kept'))).toEqual([{ answer: 42 }]);
    await server.stop();
    expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
  });

  it('is found by whoever else has the folder, and by nobody once it has stopped', async () => {
    const server = await startServer(folder, { settings });
    const found = runningServer(folder);
    expect(found && (await ask(found, 'select 1 as one'))).toEqual([{ one: 1 }]);
    await server.stop();
    expect(runningServer(folder)).toBeNull();
  });

  it('is reached through a folder of ours only: not through a link, not through one that others may open', async () => {
    const server = await startServer(folder, { settings });
    const { host } = server.connection('palabre', 'postgres');
    await server.stop();
    mkdirSync(host);
    chmodSync(host, 0o755);
    await expect(startServer(folder, { settings })).rejects.toThrow('made by somebody else');
    rmdirSync(host);
    symlinkSync(home, host);
    await expect(startServer(folder, { settings })).rejects.toThrow('made by somebody else');
    rmSync(host);
  });

  const disguises: Disguise[] = root ? [...new Set([disguise(), 'dropped' as const])] : ['as-is'];
  it.each(disguises)('starts %s, and again on the same data', async (as) => {
    // The way that gives root up for good needs parents that anybody may walk through.
    if (as === 'dropped') chmodSync(home, 0o711);
    const own = join(home, as, 'postgres');
    const first = await startServer(own, { settings, as });
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await startServer(own, { settings, as });
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });
});

async function ask(server: EmbeddedServer, sql: string): Promise<object[]> {
  const client = new pg.Client({ ...server.connection('palabre', 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await pause(50);
    }
  }
}
