import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Connection } from '../src/database/connection.js';
import { type OpenDatabase, openLogins } from '../src/database/open-database.js';
import { Reader } from '../src/database/reader.js';
import { Writer } from '../src/database/writer.js';

export interface TestDatabase {
  /** As the forum opens it. */
  readonly database: OpenDatabase;
  readonly reader: Reader;
  readonly writer: Writer;
  /** The login that owns the tables: to look into what neither of the two may see. */
  readonly owner: pg.Client;
  readonly connections: { reader: Connection; writer: Connection; owner: Connection };
  close(): Promise<void>;
}

/** A database of its own, copied from the migrated template in some 15 ms; the logins keep the template's name. */
export async function freshDatabase(): Promise<TestDatabase> {
  const template = JSON.parse(process.env.PALABRE_TEST_SERVER ?? 'null') as Connection;
  const database = `test_${randomBytes(6).toString('hex')}`;
  const as = (user: string): Connection => ({ ...template, user, database });
  const connections = {
    reader: as(`${template.database}_reader`),
    writer: as(`${template.database}_writer`),
    owner: as(template.user),
  };
  await administer(template, `create database ${database} template ${template.database} strategy file_copy`);
  // Rights on the database itself are the one thing that a copy does not take over.
  await administer(template, `revoke temporary on database ${database} from public`);
  const open = await openLogins(connections.reader, connections.writer);
  const owner = new pg.Client({ ...connections.owner });
  await owner.connect();
  return {
    database: open,
    reader: new Reader(open.reader),
    writer: new Writer(open.writer),
    owner,
    connections,
    async close() {
      await owner.end();
      await open.close();
      await administer(template, `drop database ${database} with (force)`);
    },
  };
}

let administrator: Promise<pg.Client> | undefined;

/** On one connection for all databases of this process, which keeps neither the process nor the server from ending. */
async function administer(template: Connection, sql: string): Promise<void> {
  administrator ??= connected(template);
  await (await administrator).query(sql);
}

async function connected(template: Connection): Promise<pg.Client> {
  // The types leave `unref` out.
  const client = new pg.Client({ ...template, database: 'postgres' }) as pg.Client & { unref(): void };
  client.on('error', () => undefined);
  await client.connect();
  client.unref();
  return client;
}
