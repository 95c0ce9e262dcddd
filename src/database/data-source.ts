import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Connection } from './connection.js';
import { CONNECTING, CONNECTING_AT_START } from './connecting.js';
import { entitiesOf, exportsOf } from './entities.js';
import { ReadOnly } from './read-only.js';
import { SnakeCase } from './snake-case.js';
import { confirm } from './fit-connection.js';
import { SteadyClient } from './steady-client.js';

/** What a login is opened with, besides where it is. */
export interface LoginOptions {
  connection: Connection;
  /** Shown by pg_stat_activity. */
  name: string;
  connections: number;
  readOnly?: boolean;
  /**
   * Whether its work may take longer than a page may, because nobody watches it on a screen: imports and other
   * commands.
   */
  inItsOwnTime?: boolean;
  /** The owner migrates and reads no entity; the two others read entities and migrate nothing. */
  migrates?: boolean;
}

/**
 * No page, form or socket waits for a database for longer than five seconds, for whatever reason (decision 0023).
 */
const LIMITS = { statement_timeout: 4_500, lock_timeout: 4_000, idle_in_transaction_session_timeout: 30_000 };
const SILENCE = 4_800;

/**
 * Opens a pool. The limits of time are here and not in the roles, so that they hold on a server where an administrator
 * made the logins by hand. The owner has none: a migration may take its time.
 */
export async function openDataSource(options: LoginOptions): Promise<DataSource> {
  const {
    connection: { user, ...where },
    name,
    connections,
    readOnly = false,
    migrates = false,
  } = options;
  const limits = migrates || options.inItsOwnTime === true ? {} : LIMITS;
  const wanted = { TimeZone: 'UTC', ...limits, ...(readOnly ? { default_transaction_read_only: 'on' } : {}) };
  const source = new DataSource({
    type: 'postgres',
    // TypeORM would look for it by its name, which finds another copy where the program lies in few files.
    driver: pg,
    ...where,
    username: user,
    applicationName: name,
    poolSize: connections,
    connectTimeoutMS: CONNECTING_AT_START,
    installExtensions: false,
    namingStrategy: new SnakeCase(),
    entities: migrates ? [] : await entitiesOf(readOnly ? 'reader' : 'writer'),
    subscribers: readOnly ? [ReadOnly] : [],
    // Tables are made by migrations; test/rules/entities.spec.ts holds the entities against them.
    synchronize: false,
    migrations: migrates ? await exportsOf('migrations/[0-9]*.js') : [],
    migrationsTableName: 'migration',
    extra: {
      options: startOptions(wanted),
      onConnect: async (client: SteadyClient) => {
        const isItself = await confirm(client, wanted);
        client.named = isItself && !migrates;
      },
      keepAlive: true,
      // A question is sent before the one before it is answered: who has several to ask waits once for all of them.
      pipeline: true,
      Client: SteadyClient,
      ...(limits === LIMITS ? { silence: SILENCE } : {}),
    },
    poolErrorHandler: () => undefined,
  });
  return source.initialize();
}

/** From now on somebody waits for what is asked: no new connection takes longer than a page may. */
export function hurry(source: DataSource): void {
  const { master } = source.driver as unknown as { master: pg.Pool };
  master.options.connectionTimeoutMillis = CONNECTING;
}

/** Whether its connections lead to sessions of PostgreSQL and not to a pooler, which may mix these. */
export async function isDirect(source: DataSource): Promise<boolean> {
  const runner = source.createQueryRunner();
  try {
    return ((await runner.connect()) as SteadyClient).named;
  } finally {
    await runner.release();
  }
}

function startOptions(settings: Record<string, string | number>): string {
  return Object.entries(settings)
    .map(([key, value]) => `-c ${key}=${value}`)
    .join(' ');
}
