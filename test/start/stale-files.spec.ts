import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedServer, startServer } from '../../src/database/embedded-server.js';
import { livingProcess } from '../../src/database/living-process.js';
import { runningPostmaster } from '../../src/database/postmaster-file.js';
import { watchOver } from '../../src/database/watchdog.js';
import { until } from '../until.js';

const settings = { fsync: 'off' };

let home: string;
let folder: string;
let socket: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-stale-'));
  folder = join(home, 'data', 'postgres');
  const server = await startServer(folder, { settings });
  socket = server.connection('palabre', 'postgres').host;
  await server.stop();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A process of ours that lives until the end of the test, with this command line. */
function living(argv0 = 'somebody', ...words: string[]): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', ...words, ''], {
    argv0,
    stdio: 'ignore',
  });
  children.push(child);
  return child.pid!;
}

/** Dead, and buried by nobody: its parent never asks for it. */
async function zombie(): Promise<number> {
  const shell = 'sleep 60 & echo $!; exec sleep 60';
  const parent = spawn('/bin/sh', ['-c', shell], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(parent);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  // A shell may still bury its child; what has taken its place never does.
  await until(async () => expect(readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n'));
  process.kill(pid, 'SIGKILL');
  await until(async () => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
  return pid;
}

/** What a server of this number leaves behind when it is killed. */
function leave(pid: number, begun = Math.floor(Date.now() / 1000)): void {
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  const lines = [pid, folder, begun, 5432, socket, '', '  1234567         7', 'ready   '];
  writeFileSync(join(folder, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 });
  writeFileSync(join(socket, '.s.PGSQL.5432.lock'), `${lines.slice(0, 5).join('\n')}\n`, { mode: 0o600 });
  writeFileSync(join(socket, '.s.PGSQL.5432'), '');
}

async function starts(): Promise<void> {
  const begun = performance.now();
  const server = await startServer(folder, { settings });
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(await one(server)).toEqual([{ one: 1 }]);
  await server.stop();
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
}

async function one(server: EmbeddedServer): Promise<object[]> {
  const client = new pg.Client({ ...server.connection('palabre', 'postgres') });
  await client.connect();
  const { rows } = await client.query<object>('select 1 as one');
  await client.end();
  return rows;
}

describe('the embedded server starts at the first try, whatever a dead one has left', () => {
  it('with a number that another program of the same user has by now', async () => {
    leave(living());
    await starts();
  });

  it('with the number of a postmaster that is dead and not buried yet', async () => {
    leave(await zombie());
    await starts();
  });

  it('with the number of a PostgreSQL that has another folder open', async () => {
    const other = await startServer(join(home, 'other', 'postgres'), { settings });
    leave(Number(readFileSync(join(home, 'other', 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]));
    await starts();
    expect(await one(other)).toEqual([{ one: 1 }]);
    await other.stop();
  });

  it('with the number of a PostgreSQL of a folder that is called the same, and that began at another time', async () => {
    const pid = living('/elsewhere/bin/postgres', '-D', folder);
    await until(async () => expect(livingProcess(pid)).not.toBeNull());
    leave(pid);
    expect(runningPostmaster(folder)).toMatchObject({ pid, ready: true });
    leave(pid, Math.floor(Date.now() / 1000) - 86_400);
    expect(runningPostmaster(folder)).toBeNull();
    await starts();
  });

  it('and never takes the files of one that runs', async () => {
    const server = await startServer(folder, { settings });
    const file = join(folder, 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    // As if the clock had been set by a day since it began.
    writeFileSync(file, [...lines.slice(0, 2), String(Number(lines[2]) - 86_400), ...lines.slice(3)].join('\n'));
    const second = startServer(folder, { settings });
    await until(async () => expect(await one(server)).toEqual([{ one: 1 }]));
    expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(lines[0]);
    await server.stop();
    await (await second).stop();
  });
});

describe('the shell that ends PostgreSQL after its forum', () => {
  it('leaves a program alone that has the number of a dead server', async () => {
    const pid = living();
    leave(pid);
    const dog = watchOver(folder);
    dog.stdin?.end();
    await once(dog, 'exit');
    expect(livingProcess(pid)).not.toBeNull();
  });
});
