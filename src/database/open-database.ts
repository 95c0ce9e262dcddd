import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { type Connection, connectionOf } from './connection.js';
import { openDataSource } from './data-source.js';
import { databaseOfServer, serverFor } from './embedded-database.js';
import { preflight } from './preflight.js';
import { prepare } from './prepare.js';

export interface OpenDatabase {
  readonly reader: DataSource;
  readonly writer: DataSource;
  /** Where the process listens for news, and under which name it is seen there. */
  readonly news: Connection & { application_name: string };
  /** Where the process finds its jobs: the writer's login. */
  readonly jobs: Connection & { application_name: string };
  /** For the administrator's eyes, at the start. */
  readonly warnings: readonly string[];
  /** Whether both logins get an answer, within two seconds. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `forum` has its data folder alone; `command` works beside a running forum, on the server that is there. */
  as?: 'forum' | 'command';
}

/** Starts the embedded server where no other is named, prepares the database and opens the two logins. */
export async function openDatabase(config: Config, { as = 'forum' }: OpenOptions = {}): Promise<OpenDatabase> {
  const server = config.databaseUrl === null ? await serverFor(join(config.dataDir, 'postgres'), as) : null;
  try {
    const own = server ? await databaseOfServer(server) : connectionOf(config.databaseUrl ?? '');
    const { reader, writer, warning } = await prepare(own, config, as);
    const database = await openLogins(reader, writer, as, () => server?.stop());
    return { ...database, warnings: warning === null ? [] : [warning] };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Opens the two logins of a database that is prepared already. */
export async function openLogins(
  readerAt: Connection,
  writerAt: Connection,
  name = 'forum',
  after: () => Promise<void> | undefined = () => undefined,
): Promise<OpenDatabase> {
  const [reader, writer] = await bothOrNone([
    openDataSource({ connection: readerAt, name: `palabre ${name}`, connections: 10, readOnly: true }),
    openDataSource({ connection: writerAt, name: `palabre ${name}`, connections: 10 }),
  ]);
  const close = async (): Promise<void> => {
    await Promise.all([reader.destroy(), writer.destroy()]);
    await after();
  };
  try {
    await preflight(writer);
  } catch (error) {
    await close();
    throw error;
  }
  const news = { ...readerAt, application_name: `palabre ${name}` };
  const jobs = { ...writerAt, application_name: `palabre ${name}` };
  return { reader, writer, news, jobs, warnings: [], healthy: () => answers([reader, writer]), close };
}

/** Side by side; when one can't be opened, the other is closed again. */
async function bothOrNone(opening: [Promise<DataSource>, Promise<DataSource>]): Promise<[DataSource, DataSource]> {
  try {
    return await Promise.all(opening);
  } catch (error) {
    const opened = await Promise.allSettled(opening);
    for (const one of opened) if (one.status === 'fulfilled') await one.value.destroy();
    throw error;
  }
}

async function answers(sources: DataSource[]): Promise<boolean> {
  const late = AbortSignal.timeout(2_000);
  const tooLate = new Promise<boolean>((resolve) => late.addEventListener('abort', () => resolve(false)));
  const asked = Promise.all(sources.map((source) => source.query('select 1'))).then(() => true, () => false);
  return Promise.race([asked, tooLate]);
}
