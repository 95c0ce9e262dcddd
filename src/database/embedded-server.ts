import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  closeSync,
} from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { makeCluster } from './make-cluster.js';
import { type Disguise, disguise, launch, linkLibraries, NOBODY } from './postgres-binaries.js';
import { forgetPostmaster, runningPostmaster } from './postmaster-file.js';
import { socketFolder } from './socket-folder.js';
import { watchOver } from './watchdog.js';

export const OWNER = 'palabre';
const PORT = 5432;
const LONGEST_PAUSE = 1_600;

export interface EmbeddedServer {
  /** Anybody who can open the socket may use any login, so its folder has the mode 0700. */
  connection(user: string, database: string): Connection;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Added to the command line of PostgreSQL. */
  settings?: Record<string, string>;
  /** Called when its process has been launched, each time that it is. */
  underWay?: () => void;
  /** Chosen by tests only; otherwise it depends on what the machine allows. */
  as?: Disguise;
}

/** A server of ours that another process of ours has started, or null. */
export function runningServer(folder: string): EmbeddedServer | null {
  const found = existsSync(folder) ? runningPostmaster(realpathSync(folder)) : null;
  if (found === null || !found.ready) return null;
  return {
    connection: (user, database) => ({ host: found.socketFolder, port: found.port, user, database }),
    stop: async () => {},
  };
}

/** Starts PostgreSQL on `folder`, which is made when it is not there. It ends with the caller's process. */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<EmbeddedServer> {
  const how = options.as ?? disguise();
  const owner = how === 'dropped' ? NOBODY : undefined;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  if (owner !== undefined) chmodSync(dirname(folder), 0o711);
  const libraries = linkLibraries(`${folder}.libraries`);
  if (!existsSync(join(folder, 'PG_VERSION')))
    await makeCluster({ folder, owner: OWNER, libraries, how, durable: options.settings?.fsync !== 'off' });
  const data = realpathSync(folder);
  if (owner !== undefined) chownSync(data, owner, owner);
  const socket = socketFolder(data, owner);
  await previousGone(data, socket);
  let stopping = false;
  let server = await serve().catch((error: unknown) => {
    // A process that ended a moment ago has deleted the folder of the socket: it is made again.
    if (existsSync(socket)) throw error;
    return serve();
  });
  const dog = watchOver(data);
  return {
    connection: (user, database) => ({ host: socket, port: PORT, user, database }),
    async stop() {
      stopping = true;
      await ended(server);
      dog.kill('SIGKILL');
      rmSync(socket, { recursive: true, force: true });
    },
  };

  async function serve(): Promise<ChildProcess> {
    // A command that found the server dead may have started one for itself, and deleted the socket's folder when it
    // ended.
    socketFolder(data, owner);
    if (await isServed(data, socket)) throw new Error(`Another program has ${data} open.`);
    forgetPostmaster(data, socket, PORT);
    const settings = { ...SETTINGS, unix_socket_directories: socket, port: String(PORT), ...options.settings };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const program = { name: 'postgres' as const, parameters: ['-D', data, ...flags], libraries };
    const { command, arguments: parameters, env, ids } = launch(program, how);
    const log = openSync(`${data}.log`, 'a', 0o600);
    const child = spawn(command, parameters, { stdio: ['ignore', log, log], detached: true, env, ...ids });
    closeSync(log);
    options.underWay?.();
    await ready(child, data);
    // PostgreSQL never ends by itself. When something ends it (the system, short of memory), the forum starts it
    // again.
    child.once('exit', () => void (stopping ? undefined : serveAgain()));
    return child;
  }

  async function serveAgain(): Promise<void> {
    // The pauses grow: at first remains of the dead server may still hold its memory, and a disk may stay full for
    // hours.
    for (let wait = 50; !stopping; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      await pause(wait);
      try {
        server = await serve();
        if (stopping) await ended(server);
        return;
      } catch (error) {
        if (wait >= LONGEST_PAUSE) console.error(error instanceof Error ? error.message : error);
      }
    }
  }
}

/** No network, no text that people wrote in its log, and a name by which an administrator recognises it. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  cluster_name: 'palabre',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  max_logical_replication_workers: '0',
};

/**
 * The process that used the folder before may have been killed a moment ago: its PostgreSQL then needs a moment to
 * stop.
 */
async function previousGone(data: string, socket: string): Promise<void> {
  for (let waited = 0; await isServed(data, socket); waited += 25) {
    if (waited > 20_000)
      throw new Error(`Another program has ${data} open (process ${runningPostmaster(data)?.pid ?? 'unknown'}).`);
    await pause(25);
  }
}

/** A server that answers at the socket is running, even when a clock that was set makes its start time look wrong. */
async function isServed(data: string, socket: string): Promise<boolean> {
  if (runningPostmaster(data) !== null) return true;
  const asking = connect(join(socket, `.s.PGSQL.${PORT}`));
  const answered = await once(asking, 'connect').then(
    () => true,
    () => false,
  );
  asking.destroy();
  return answered;
}

async function ready(child: ChildProcess, data: string): Promise<void> {
  const failures: string[] = [];
  child.once('error', (error) => failures.push(error.message));
  child.once('exit', (code, signal) => failures.push(`it ended with ${signal ?? code}`));
  for (;;) {
    const found = runningPostmaster(data);
    if (found?.pid === child.pid && found?.ready) return;
    if (failures.length > 0)
      throw new Error(
        `PostgreSQL did not start: ${failures.join(', ')}\n${readFileSync(`${data}.log`, 'utf8').slice(-1_000)}`,
      );
    await pause(10);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
}
