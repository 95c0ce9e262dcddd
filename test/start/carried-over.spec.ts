import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../../src/config/read-config.js';
import { BEFORE, SINCE } from '../../src/database/carry-over.js';
import type { Connection } from '../../src/database/connection.js';
import { migrateJobs } from '../../src/database/job-tables.js';
import { openDatabase } from '../../src/database/open-database.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { rowsOf, tablesOf } from '../every-row.js';
import { schemaOf } from '../schema-of.js';
import { endForums, failToStart, startForum } from './forum-process.js';

const server = JSON.parse(process.env.PALABRE_TEST_SERVER ?? 'null') as Connection;
const earlier = `earlier_${randomBytes(4).toString('hex')}`;
const made: string[] = [];
let carried = '';
let today: TestDatabase;

/** What a category's alert was is one for each of its moderators now: here each row counts once. */
const each = ([name, rows, columns]: [string, string[], string[]]): unknown => [
  name,
  name === 'desk.alert' ? [...new Set(rows)] : rows,
  columns,
];

/**
 * The database of before, as the 21 migrations and some use of it have left it, with a job that nobody has done yet.
 */
beforeAll(async () => {
  today = await freshDatabase();
  await as('postgres', (admin) => admin.query(`create database ${earlier}`));
  await as(earlier, (owner) => owner.query(readFileSync('test/start/twenty-one-migrations.sql', 'utf8')));
  await migrateJobs({ ...server, database: earlier });
  await as(earlier, (owner) => owner.query(`select graphile_worker.add_job('from-before', run_at := '2099-01-01')`));
});
afterEach(endForums);
afterAll(async () => {
  await today.close();
  await as('postgres', async (admin) => {
    for (const database of [earlier, ...made]) await admin.query(`drop database ${database} with (force)`);
    for (const database of made) await admin.query(`drop role if exists ${database}_reader, ${database}_writer`);
  });
});

describe('data of before the first release', () => {
  it('are here with at least one row in every table', async () => {
    const counts = await as(earlier, async (owner) =>
      (await rowsOf(owner, await tablesOf(owner))).map(([table, rows]) => ({ table, filled: rows.length > 0 })),
    );
    expect(counts.length).toBeGreaterThan(50);
    expect(counts.filter(({ filled }) => !filled)).toEqual([]);
  });

  it('keep every row, and have all that the tables of a new forum have and nothing else', async () => {
    const database = (carried = await copy());
    const before = await as(database, async (owner) => rowsOf(owner, await tablesOf(owner)));
    await (await openDatabase(config(database))).close();
    await as(database, async (owner) => {
      const tables = before.map(([name, , columns]) => ({ name, columns }));
      const after = await rowsOf(owner, tables);
      expect(after.filter(([name]) => name !== 'migration').map(each)).toEqual(
        before.filter(([name]) => name !== 'migration').map(each),
      );
      const fresh = await schemaOf(today.owner);
      expect(fresh.length).toBeGreaterThan(900);
      expect(await schemaOf(owner)).toEqual(fresh);
      expect((await owner.query('select task_identifier as task from graphile_worker.jobs')).rows).toEqual([
        { task: 'from-before' },
      ]);
    });
  });

  it('have the list of migrations of a new forum afterwards, and are carried over once', async () => {
    // The one that was carried over above: another would be filled with the towns of France once more.
    const database = carried;
    for (const start of ['second', 'third']) {
      await (await openDatabase(config(database))).close();
      expect([start, await as(database, migrations)]).toEqual([start, await migrations(today.owner)]);
    }
    expect((await as(database, migrations)).slice(0, SINCE.length).map(({ name }) => name)).toEqual(SINCE);
  });

  it('are carried over by one of several processes that start together', async () => {
    const database = await copy();
    const all = await Promise.all([1, 2, 3].map(() => openDatabase(config(database))));
    await Promise.all(all.map((each) => each.close()));
    expect(await as(database, migrations)).toEqual(await migrations(today.owner));
  });

  it('are served by npm start, published and waiting', async () => {
    const database = carried;
    const forum = await startForum('nowhere', { environment: { DATABASE_URL: address(database) } });
    const page = await (await fetch(`${forum.address}/thread/1/des-cameras-place-de-l-eglise`)).text();
    for (const words of ['Six mâts <strong>neufs</strong>.', 'Sept !', 'Réunion jeudi']) expect(page).toContain(words);
    for (const words of ['Et la CNIL', 'Tous pourris']) expect(page).not.toContain(words);
    expect(await (await fetch(`${forum.address}/articles/petit-val/331/comments.html`)).text()).toContain('Merci');
    const token = randomBytes(32).toString('base64url');
    await as(database, (owner) =>
      owner.query(
        `insert into private.session (token_hash, member_id, created_at, seen_on, expires_at)
          values ($1, 1, now(), now(), now() + interval '1 day')`,
        [createHash('sha256').update(token).digest()],
      ),
    );
    const desk = await (await fetch(`${forum.address}/desk`, { headers: { cookie: `palabre=${token}` } })).text();
    expect(desk).toContain('Et la CNIL');
    await forum.end('SIGTERM');
    expect(forum.complained()).toBe('');
  });

  it.each([
    ['the last one', BEFORE.slice(-1)],
    ['one in the middle', BEFORE.slice(9, 10)],
    ['all but the first', BEFORE.slice(1)],
  ])('are refused in words without %s of their migrations, and nothing in them is touched', async (_, missing) => {
    const database = await copy();
    const seen = (): Promise<unknown[]> =>
      as(database, async (owner) => [
        await schemaOf(owner),
        await rowsOf(owner, await tablesOf(owner)),
        await rolesOf(owner),
        await rooms(owner),
      ]);
    await as(database, (owner) => owner.query('delete from migration where name = any($1)', [missing]));
    const before = await seen();
    const complained = await openDatabase(config(database)).then(
      (opened) => opened.close(),
      (error: Error) => error.message,
    );
    expect(complained).toContain(`Missing (${missing.length} of 21): ${missing.join(', ')}. Nothing was changed.`);
    expect(await seen()).toEqual(before);
  });

  it('are refused by npm start in these words alone', async () => {
    const database = await copy();
    await as(database, (owner) => owner.query('delete from migration where name = $1', [BEFORE[0]]));
    expect(await failToStart('nowhere', { environment: { DATABASE_URL: address(database) } })).toEqual({
      code: 1,
      complained: expect.stringMatching(/^These data come from .*\n$/),
    });
  });
});

async function copy(): Promise<string> {
  const database = `${earlier}_${made.length + 1}`;
  await as('postgres', (admin) => admin.query(`create database ${database} template ${earlier}`));
  made.push(database);
  return database;
}

async function as<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...server, database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function migrations(owner: pg.Client): Promise<{ name: string; timestamp: string }[]> {
  return (await owner.query<{ name: string; timestamp: string }>('select name, timestamp from migration order by id'))
    .rows;
}

async function rolesOf(owner: pg.Client): Promise<object[]> {
  return (
    await owner.query<object>(`select rolname from pg_roles where starts_with(rolname, current_database()) order by 1`)
  ).rows;
}

async function rooms(owner: pg.Client): Promise<object[]> {
  return (await owner.query<object>('select nspname, nspacl::text from pg_namespace order by 1')).rows;
}

function address(database: string): string {
  return `postgres://${server.user}@localhost:${server.port}/${database}?host=${encodeURIComponent(server.host)}`;
}

function config(database: string): ReturnType<typeof readConfig> {
  return readConfig({ DATABASE_URL: address(database) });
}
