import type { Config } from '../config/config.js';
import { carryOver } from './carry-over.js';
import type { Connection } from './connection.js';
import { openDataSource } from './data-source.js';
import { grant } from './grants.js';
import { migrateJobs } from './job-tables.js';
import { type LoginConnections, logins } from './logins.js';
import { preflight } from './preflight.js';
import { analyzeSmallTables } from './small-tables.js';

/** "palabre" in numbers: processes that start together on one database wait for each other here. */
const LOCK = 7_252_273;

/** All that the owner's login does: the two other logins, the migrations, their rights. Then it is closed. */
export async function prepare(
  own: Connection,
  config: Config,
  as: 'forum' | 'command' = 'forum',
): Promise<LoginConnections> {
  const source = await openDataSource({ connection: own, name: 'palabre start', connections: 2, migrates: true });
  const owner = source.createQueryRunner();
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    // Checked before anything is created; each login is checked again later, because it may have other settings.
    await preflight(source);
    await carryOver(owner);
    const connections = await logins(owner, own, config);
    await source.runMigrations({ transaction: 'each' });
    await migrateJobs(own);
    await grant(owner, { reader: connections.reader.user, writer: connections.writer.user });
    if (as === 'forum') {
      await sameKind(owner, config.demonstration);
      await analyzeSmallTables(owner);
    }
    return connections;
  } finally {
    await owner.release();
    await source.destroy();
  }
}

/** A demonstration gives away the passwords of its moderators: it must never be opened on a forum, nor become one. */
async function sameKind(
  owner: { query(sql: string, parameters?: unknown[]): Promise<unknown> },
  demonstration: boolean,
): Promise<void> {
  const [site] = (await owner.query(
    `select demonstration, set_up_at is null and not exists (select from category) and not exists (select
      from member) as empty from site`,
  )) as { demonstration: boolean; empty: boolean }[];
  if (site?.demonstration === demonstration) return;
  if (!site?.empty)
    throw new Error(
      demonstration
        ? 'These data are those of a forum: a demonstration does not open them. Give it a DATA_DIR of its own.'
        : 'These data are those of a demonstration, whose passwords are public: a forum does not open them.',
    );
  await owner.query('update site set demonstration = $1', [demonstration]);
}
