import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/config/read-config.js';
import type { Connection } from '../src/database/connection.js';
import { databaseOfServer } from '../src/database/embedded-database.js';
import { OWNER, startServer } from '../src/database/embedded-server.js';
import { TEST_CLUSTER } from '../src/database/preflight.js';
import { prepare } from '../src/database/prepare.js';
import { copyOfData } from './copy-of-data.js';
import { run } from './run.js';

/**
 * One real PostgreSQL for the whole run, careless about power cuts, and one migrated database that each test file
 * copies.
 */
const SETTINGS = {
  cluster_name: TEST_CLUSTER,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
  // With the database, so that a test finds what was noted of its own.
  log_line_prefix: '%m [%p] %d ',
};

/** A folder of Linux that lies in memory: a database is copied there in 30 ms, and on a disk in ten times as many. */
const IN_MEMORY = '/dev/shm';
const ENOUGH = 2 * 1024 ** 3;

function isRoomy(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
}

export default async function setUp(): Promise<void> {
  // For this process, its workers and all that they start.
  if (isRoomy(IN_MEMORY)) process.env.TMPDIR = IN_MEMORY;
  run.folder = mkdtempSync(join(tmpdir(), 'palabre-test-'));
  run.server = await startServer(join(run.folder, 'postgres'), { settings: SETTINGS });
  const template = { ...(await databaseOfServer(run.server)), database: OWNER };
  await prepare(template, readConfig({}));
  await run.server.stop();
  process.env.PALABRE_TEST_DATA = await copyOfData(join(run.folder, 'postgres'), join(run.folder, 'prepared'));
  run.server = await startServer(join(run.folder, 'postgres'), { settings: SETTINGS });
  await close(template);
  // Jest's workers are other processes: they find the server in their environment.
  process.env.PALABRE_TEST_SERVER = JSON.stringify(template);
}

/**
 * A database is copied only while nobody is connected to it: whoever would be is refused at once, instead of breaking
 * the file of tests that happens to make its copy at that moment.
 */
async function close(template: Connection): Promise<void> {
  const client = new pg.Client({ ...template, database: 'postgres' });
  await client.connect();
  await client.query(`alter database ${template.database} allow_connections false`);
  await client.end();
}
