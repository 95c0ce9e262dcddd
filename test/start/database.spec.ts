import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../../src/config/read-config.js';
import type { Connection } from '../../src/database/connection.js';
import { startServer } from '../../src/database/embedded-server.js';
import { type OpenDatabase, openDatabase } from '../../src/database/open-database.js';

const server = JSON.parse(process.env.PALABRE_TEST_SERVER ?? 'null') as Connection;
const name = `start_${randomBytes(4).toString('hex')}`;
const owner = `${name}_owner`;

let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client({ ...server, database: 'postgres' });
  await admin.connect();
});
afterAll(async () => {
  for (const database of [name, `${name}_ascii`])
    await admin.query(`drop database if exists ${database} with (force)`);
  for (const role of ['look', 'reader', 'writer', 'owner']) await admin.query(`drop role if exists ${name}_${role}`);
  await admin.end();
});

describe('a PostgreSQL of the administrator', () => {
  it('gets two logins whose passwords any other process of the forum finds again', async () => {
    await admin.query(`create role ${owner} login createrole`);
    await admin.query(`create database ${name} owner ${owner}`);
    const [first, second] = [await open(), await open()];
    const passwords = [first, second].map(({ reader, writer }) =>
      [reader, writer].map(({ options }) => 'password' in options && options.password),
    );
    expect(first.warnings).toEqual([]);
    expect(await first.healthy()).toBe(true);
    await Promise.all([first.close(), second.close()]);
    expect(await first.healthy()).toBe(false);
    expect(passwords[0]).toEqual(passwords[1]);
    expect(new Set(passwords[0]).size).toBe(2);
  });

  it('is prepared once, however many processes start together', async () => {
    await again();
    const all = await Promise.all([open(), open(), open()]);
    expect(await look(all[2], 'select count(*)::int as count from site')).toEqual([{ count: 1 }]);
    await Promise.all(all.map((database) => database.close()));
  });

  it('is looked at before it is asked, in small tables too, of which PostgreSQL would know nothing for days', async () => {
    const known = `select reltuples::int as known from pg_class where relname = 'category'`;
    const before = await open();
    expect(await look(before, known)).toEqual([{ known: -1 }]);
    await before.writer.query(`insert into category (slug, name) values ('un', 'Un'), ('deux', 'Deux')`);
    await before.close();
    const after = await open();
    expect(await look(after, known)).toEqual([{ known: 2 }]);
    await after.close();
  });

  it('runs with one warning where it forbids making logins', async () => {
    await again();
    await admin.query(`drop role ${name}_reader, ${name}_writer`);
    await admin.query(`alter role ${owner} nocreaterole`);
    const database = await open();
    expect(database.warnings).toEqual([expect.stringContaining('DATABASE_READER_URL')]);
    await expect(look(database, 'update site set name = $$x$$')).rejects.toMatchObject({ code: '25006' });
    await database.close();
  });

  it('gives its rights to the login of DATABASE_READER_URL, also when it holds data already', async () => {
    await admin.query(`create role ${name}_look login`);
    const database = await open({ DATABASE_READER_URL: address(name, `${name}_look`) });
    expect(await look(database, 'select current_user as me from site')).toEqual([{ me: `${name}_look` }]);
    await expect(look(database, 'select 1 from desk.submission')).rejects.toMatchObject({ code: '42501' });
    await database.close();
  });

  it('with the data of a demonstration is not opened by a forum, nor the other way round', async () => {
    await again();
    await (await open({}, true)).close();
    const hand = new pg.Client({ ...server, database: name });
    await hand.connect();
    await hand.query(`update site set set_up_at = '2026-11-22T14:00:00Z'`);
    await expect(open()).rejects.toThrow('These data are those of a demonstration');
    await hand.query('update site set demonstration = false');
    await expect(open({}, true)).rejects.toThrow('These data are those of a forum');
    await hand.end();
  });

  it('is refused when it is not in UTF-8', async () => {
    await admin.query(
      `create database ${name}_ascii owner ${owner} encoding 'SQL_ASCII' template template0 locale 'C'`,
    );
    await expect(open({ DATABASE_URL: address(`${name}_ascii`, owner) })).rejects.toThrow(/SQL_ASCII.*UTF8/);
  });
});

describe('a PostgreSQL that could forget', () => {
  it('is refused, and each of its wrong settings is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'palabre-careless-'));
    const careless = await startServer(join(folder, 'postgres'), {
      settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
    });
    const { host, port } = careless.connection('palabre', 'postgres');
    const config = readConfig({
      DATABASE_URL: `postgres://palabre@localhost:${port}/postgres?host=${encodeURIComponent(host)}`,
    });
    const refused = await openDatabase(config).then(
      (database) => database.close(),
      (error: Error) => error.message,
    );
    await careless.stop();
    rmSync(folder, { recursive: true });
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(refused).toContain(`${setting} is off`);
  });
});

async function again(): Promise<void> {
  await admin.query(`drop database ${name} with (force)`);
  await admin.query(`create database ${name} owner ${owner}`);
}

function address(database: string, user: string): string {
  return `postgres://${user}@localhost:${server.port}/${database}?host=${encodeURIComponent(server.host)}`;
}

async function open(more: Record<string, string> = {}, demonstration = false): Promise<OpenDatabase> {
  return openDatabase(readConfig({ DATABASE_URL: address(name, owner), ...more }, { demonstration }));
}

async function look(database: OpenDatabase | undefined, sql: string): Promise<object[]> {
  return database?.reader.query<object[]>(sql) ?? [];
}
