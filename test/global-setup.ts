import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config/read-config.js';
import { databaseOfServer } from '../src/database/embedded-database.js';
import { OWNER, startServer } from '../src/database/embedded-server.js';
import { TEST_CLUSTER } from '../src/database/preflight.js';
import { prepare } from '../src/database/prepare.js';
import { run } from './run.js';

/** One real PostgreSQL for the whole run, careless about power cuts, and one migrated database that each test file copies. */
const SETTINGS = {
  cluster_name: TEST_CLUSTER,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

export default async function setUp(): Promise<void> {
  run.folder = mkdtempSync(join(tmpdir(), 'palabre-test-'));
  run.server = await startServer(join(run.folder, 'postgres'), { settings: SETTINGS });
  const template = { ...(await databaseOfServer(run.server)), database: OWNER };
  await prepare(template, readConfig({}));
  // Jest's workers are other processes: they find the server in their environment.
  process.env.PALABRE_TEST_SERVER = JSON.stringify(template);
}
