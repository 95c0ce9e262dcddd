import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import type { Connection } from './connection.js';

/** What a login is opened with, besides where it is. */
export interface LoginOptions {
  connection: Connection;
  /** Shown by pg_stat_activity. */
  name: string;
  connections: number;
  readOnly?: boolean;
  /** The owner migrates and reads no entity; the two others read entities and migrate nothing. */
  migrates?: boolean;
}

const built = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Opens a pool. The limits of time are here and not in the roles, so that they hold on a server where an administrator
 * made the logins by hand. The owner has none: a migration may take its time.
 */
export async function openDataSource({ connection, name, connections, readOnly, migrates }: LoginOptions): Promise<DataSource> {
  const { user, ...where } = connection;
  const source = new DataSource({
    type: 'postgres',
    ...where,
    username: user,
    applicationName: name,
    poolSize: connections,
    connectTimeoutMS: 5_000,
    installExtensions: false,
    entities: migrates ? [] : await exportsOf('src/**/*.entity.js'),
    migrations: migrates ? await exportsOf('migrations/[0-9]*.js') : [],
    migrationsTableName: 'migration',
    extra: { options: startOptions(readOnly ?? false, migrates ?? false), keepAlive: true },
    poolErrorHandler: () => undefined,
  });
  return source.initialize();
}

function startOptions(readOnly: boolean, migrates: boolean): string {
  const limits = { statement_timeout: '15s', lock_timeout: '5s', idle_in_transaction_session_timeout: '30s' };
  const options = {
    timezone: 'UTC',
    ...(migrates ? {} : limits),
    ...(readOnly ? { default_transaction_read_only: 'on' } : {}),
  };
  return Object.entries(options).map(([key, value]) => `-c ${key}=${value}`).join(' ');
}

/** The classes of the built files that match, so that a new entity or migration joins by existing. */
async function exportsOf(pattern: string): Promise<(new () => object)[]> {
  const files = globSync(pattern, { cwd: built }).sort();
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(`${built}/${file}`).href) as Promise<object>));
  return modules.flatMap((module) => Object.values(module)).filter((value): value is new () => object => typeof value === 'function');
}
