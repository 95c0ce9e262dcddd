import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { type Connection, connectionOf } from './connection.js';
import { hurry, isDirect, openDataSource } from './data-source.js';
import { databaseOfServer, serverFor } from './embedded-database.js';
import { inItsOwnTime } from './own-time.js';
import { preflight, refuseReplica } from './preflight.js';
import { prepare } from './prepare.js';

export interface OpenDatabase {
  readonly reader: DataSource;
  readonly writer: DataSource;
  /** Where the process listens for news, and under which name it is seen there. */
  readonly news: Connection & { application_name: string };
  /** Whether the server is this process's own, which nobody reaches without it. */
  readonly alone: boolean;
  /** Where the process finds its jobs: the writer's login. */
  readonly jobs: Connection & { application_name: string };
  /** For the administrator's eyes, at the start. */
  readonly warnings: readonly string[];
  /** Whether both logins get an answer, within two seconds. */
  healthy(): Promise<boolean>;
  /** Called when the forum listens: until then nobody waits, and a connection may take its time. */
  hurry(): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `forum` has its data folder alone; `command` works beside a running forum, on the server that is there. */
  as?: 'forum' | 'command';
  /** Called once, when there is nothing to do but wait for PostgreSQL. */
  underWay?: () => void;
}

/** Starts the embedded server where no other is named, prepares the database and opens the two logins. */
export async function openDatabase(
  config: Config,
  { as = 'forum', underWay = () => undefined }: OpenOptions = {},
): Promise<OpenDatabase> {
  const folder = join(config.dataDir, 'postgres');
  const server = config.databaseUrl === null ? await serverFor(folder, as, underWay) : null;
  if (server === null) underWay();
  try {
    const own = server ? await databaseOfServer(server) : connectionOf(config.databaseUrl ?? '');
    const { reader, writer, warning } = await prepare(own, config, as);
    const database = await openLogins(reader, writer, as, () => server?.stop());
    return {
      ...database,
      alone: server !== null,
      warnings: [...(warning === null ? [] : [warning]), ...database.warnings],
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Opens the two logins of a database that is prepared already. */
export function openLogins(
  readerAt: Connection,
  writerAt: Connection,
  name = 'forum',
  after: () => Promise<void> | undefined = () => undefined,
): Promise<OpenDatabase> {
  return inItsOwnTime(() => opened(readerAt, writerAt, name, after));
}

async function opened(
  readerAt: Connection,
  writerAt: Connection,
  name: string,
  after: () => Promise<void> | undefined,
): Promise<OpenDatabase> {
  const inItsOwnTime = name === 'command';
  const [reader, writer] = await bothOrNone([
    openDataSource({ connection: readerAt, name: `palabre ${name}`, connections: 10, readOnly: true, inItsOwnTime }),
    openDataSource({ connection: writerAt, name: `palabre ${name}`, connections: 10, inItsOwnTime }),
  ]);
  const close = async (): Promise<void> => {
    // When an application has used them, it has closed them already.
    await Promise.all([reader, writer].filter((source) => source.isInitialized).map((source) => source.destroy()));
    await after();
  };
  let direct: boolean;
  try {
    await preflight(writer);
    await refuseReplica(reader);
    direct = (await isDirect(reader)) && (await isDirect(writer));
  } catch (error) {
    await close();
    throw error;
  }
  const news = { ...readerAt, application_name: `palabre ${name}` };
  const jobs = { ...writerAt, application_name: `palabre ${name}` };
  const warnings = direct ? [] : [POOLED];
  return {
    reader,
    writer,
    news,
    alone: false,
    jobs,
    warnings,
    healthy: () => answers([reader, writer]),
    hurry: () => [reader, writer].forEach(hurry),
    close,
  };
}

const POOLED =
  'A pooler stands between the forum and PostgreSQL, which may give each question another session: no statement ' +
  'has a name there, and pages take longer, because PostgreSQL plans each of them anew. Connect to PostgreSQL ' +
  'itself if you can.';

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
  const asked = Promise.all(sources.map((source) => source.query('select 1'))).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, tooLate]);
}
