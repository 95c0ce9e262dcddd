import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, closeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { makeCluster } from './make-cluster.js';
import { type Disguise, disguise, launch, NOBODY, postgresBinary } from './postgres-binaries.js';
import { runningPostmaster } from './postmaster-file.js';
import { socketFolder } from './socket-folder.js';
import { watchOver } from './watchdog.js';

export const OWNER = 'palabre';
const PORT = 5432;

export interface EmbeddedServer {
  /** Who may open the socket may be any login: the folder around it is 0700. */
  connection(user: string, database: string): Connection;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Added to the command line of PostgreSQL. */
  settings?: Record<string, string>;
  /** Only tests choose; otherwise what the machine allows decides. */
  as?: Disguise;
}

/** A server of ours that another process of ours has started, or null. */
export function runningServer(folder: string): EmbeddedServer | null {
  const found = existsSync(folder) ? runningPostmaster(realpathSync(folder)) : null;
  if (found === null || !found.ready) return null;
  return { connection: (user, database) => ({ host: found.socketFolder, port: found.port, user, database }), stop: async () => {} };
}

/** Starts PostgreSQL on `folder`, which is made when it is not there. Only the caller's process keeps it alive. */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<EmbeddedServer> {
  const how = options.as ?? disguise();
  const owner = how === 'dropped' ? NOBODY : undefined;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  if (owner !== undefined) chmodSync(dirname(folder), 0o711);
  if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster(folder, OWNER, how, options.settings?.fsync !== 'off');
  const data = realpathSync(folder);
  if (owner !== undefined) chownSync(data, owner, owner);
  const socket = socketFolder(data, owner);
  await previousGone(data);
  let stopping = false;
  let server = await serve();
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
    const settings = { ...SETTINGS, unix_socket_directories: socket, port: String(PORT), ...options.settings };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { command, arguments: parameters, ids } = launch(postgresBinary('postgres'), ['-D', data, ...flags], how);
    const log = openSync(`${data}.log`, 'a', 0o600);
    const child = spawn(command, parameters, { stdio: ['ignore', log, log], detached: true, ...ids });
    closeSync(log);
    await ready(child, data);
    // It never ends by itself; whoever ended it (the system, short of memory) did not mean the forum to stay down.
    child.once('exit', () => void (stopping ? undefined : serveAgain()));
    return child;
  }

  async function serveAgain(): Promise<void> {
    while (!stopping) {
      await pause(250);
      try {
        server = await serve();
        if (stopping) await ended(server);
        return;
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        await pause(2_000);
      }
    }
  }
}

/** No network, nothing of what people wrote in its log, and a name by which an administrator knows it. */
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

/** Whoever held the folder before may have been killed a moment ago: its PostgreSQL is then on its way out. */
async function previousGone(data: string): Promise<void> {
  for (let waited = 0; runningPostmaster(data) !== null; waited += 25) {
    if (waited > 20_000) throw new Error(`Another program has ${data} open (process ${runningPostmaster(data)?.pid}).`);
    await pause(25);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

async function ready(child: ChildProcess, data: string): Promise<void> {
  const failures: string[] = [];
  child.once('error', (error) => failures.push(error.message));
  child.once('exit', (code, signal) => failures.push(`it ended with ${signal ?? code}`));
  for (;;) {
    const found = runningPostmaster(data);
    if (found?.pid === child.pid && found?.ready) return;
    if (failures.length > 0) throw new Error(`PostgreSQL did not start: ${failures.join(', ')}\n${readFileSync(`${data}.log`, 'utf8').slice(-1_000)}`);
    await pause(10);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
}
