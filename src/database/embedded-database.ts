import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { SteadyClient } from './steady-client.js';
import { type EmbeddedServer, OWNER, runningServer, startServer } from './embedded-server.js';

/** A forum already serves these data. */
export class AlreadyRunning extends Error {
  constructor(folder: string) {
    super(`A forum is already running on ${folder}. Stop it first, or give this one another DATA_DIR.`);
    this.name = 'AlreadyRunning';
  }
}

/** A command found no data of a forum in the data folder. */
export class NoForum extends Error {
  constructor(folder: string) {
    super(
      `There is no forum in ${dirname(folder)}. Start one first, or say with DATA_DIR or DATABASE_URL which one ` +
        'you mean.',
    );
    this.name = 'NoForum';
  }
}

/**
 * The embedded server of `folder`. A command uses the server that runs already. A forum waits until a server that a
 * killed forum or a command has left behind is gone, unless another forum uses it. Only a forum creates new data: a
 * command would create some whenever DATA_DIR is mistyped. `underWay` is called when a server has been launched.
 */
export async function serverFor(
  folder: string,
  as: 'forum' | 'command',
  underWay: () => void = () => undefined,
): Promise<EmbeddedServer> {
  if (as === 'command' && !existsSync(join(folder, 'PG_VERSION'))) throw new NoForum(folder);
  const running = runningServer(folder);
  if (running && as === 'command' && (await answersTo(running))) return running;
  // Asked twice: a forum killed a moment ago still shows in the list of connections of a server that is about to stop.
  if (running && (await servesForum(running)) && (await pause(300, true)) && (await servesForum(running)))
    throw new AlreadyRunning(folder);
  return startServer(folder, { underWay });
}

/** The owner's connection to the forum's database, which is made when it is not there. */
export async function databaseOfServer(server: EmbeddedServer): Promise<Connection> {
  const made = await asked(server, `select 1 from pg_database where datname = '${OWNER}'`);
  if (made.length === 0) await asked(server, `create database ${OWNER}`);
  return server.connection(OWNER, OWNER);
}

async function servesForum(server: EmbeddedServer): Promise<boolean> {
  const sessions = await asked(
    server,
    `select 1 from pg_stat_activity where application_name = 'palabre forum'
    limit 1`,
  ).catch(() => []);
  return sessions.length > 0;
}

async function answersTo(server: EmbeddedServer): Promise<boolean> {
  return asked(server, 'select 1').then(
    () => true,
    () => false,
  );
}

async function asked(server: EmbeddedServer, sql: string): Promise<object[]> {
  const client = new SteadyClient({ ...server.connection(OWNER, 'postgres'), application_name: 'palabre start' });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
