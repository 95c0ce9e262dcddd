import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CategoryEntity } from '../../src/categories/category.entity.js';
import { readConfig } from '../../src/config/read-config.js';
import { type Connection, connectionOf } from '../../src/database/connection.js';
import { databaseOfServer } from '../../src/database/embedded-database.js';
import { type EmbeddedServer, startServer } from '../../src/database/embedded-server.js';
import { type OpenDatabase, openDatabase, openLogins } from '../../src/database/open-database.js';
import { StatementNames } from '../../src/database/statement-names.js';
import { SteadyClient } from '../../src/database/steady-client.js';
import { Writer } from '../../src/database/writer.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { droppingPooler, numberingPooler } from './dropping-pooler.js';
import { until } from '../until.js';

const certificates = resolve('test/start/certificates');

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-connections-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function addressOf({ host, port, user, database }: Connection): string {
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

describe('a connection', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await freshDatabase();
  });
  afterAll(() => test.close());

  it('has the limits that pages have', async () => {
    const asked = `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`;
    expect(await test.writer.query(asked)).toEqual([{ statement: '4500ms', lock: '4s' }]);
    expect(await test.reader.query(`select current_setting('transaction_read_only') as only`)).toEqual([
      { only: 'on' },
    ]);
  });

  it('that breaks while it is checked out ends nothing, and its query is told', async () => {
    const client = new SteadyClient({ ...test.connections.writer });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const waiting = client.query('select pg_sleep(20)');
    const refused = expect(waiting).rejects.toMatchObject({ code: '57P01' });
    // A question leaves at the end of its turn: before it has come there is nothing to be told about.
    const asked = `select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`;
    await until(async () => expect((await test.owner.query(asked, [rows[0]!.pid])).rowCount).toBe(1));
    await test.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await refused;
  });

  it('is not given up for an answer that lay there while this process was held up', async () => {
    const client = new SteadyClient({ ...test.connections.writer, silence: 200 });
    await client.connect();
    const asked = client.query('select 7 as seven');
    // It has left, and the whole process stands still for longer than a database may.
    await new Promise((resolve) => setImmediate(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    expect((await asked).rows).toEqual([{ seven: 7 }]);
    await expect(client.query('select pg_sleep(5)')).rejects.toThrow('said nothing for 200 ms');
    await client.end();
  });

  it('whose options a pooler forgets is refused in words, and never used', async () => {
    const pooler = await droppingPooler(test.connections.owner);
    const through = `postgres://${test.connections.owner.user}@127.0.0.1:${pooler.port}/${test.connections.owner.database}`;
    const open = openDatabase(readConfig({ DATABASE_URL: through }));
    const refused = await open.then(
      (database) => database.close(),
      (error: Error) => error.message,
    );
    pooler.close();
    expect(refused).toMatch(
      /did not get what it asked for at its start \(.*lock_timeout, statement_timeout\)[^]*pooler/,
    );
  });

  /** The plans that the session of a writer keeps under a name, after it was asked the same ten times. */
  const namedAfterTen = (writer: Writer): Promise<{ statement: string }[]> =>
    writer.transaction(async (tx) => {
      for (let time = 0; time < 10; time++) {
        await tx.query('select count(*) from member where id > $1', [time]);
        await tx.repository(CategoryEntity).findOneBy({ id: time });
        await tx.query(`select ${time} as once`);
      }
      return tx.query('select statement from pg_prepared_statements order by statement');
    });

  it('keeps the plans of constant questions, whoever wrote them, and of no others', async () => {
    const named = (await namedAfterTen(test.writer)).map(({ statement }) => statement);
    expect(named).toContain('select count(*) from member where id > $1');
    expect(named).toContainEqual(expect.stringMatching(/^SELECT "CategoryEntity".*LIMIT 1$/));
    expect(named.filter((statement) => statement.endsWith(' as once'))).toEqual([]);
  });

  it('holds a bounded number of plans, however many constant questions there are', async () => {
    const client = new SteadyClient({ ...test.connections.writer });
    await client.connect();
    client.named = true;
    const held = async () =>
      (await client.query<{ count: number }>('select count(*)::int as count from pg_prepared_statements')).rows[0]!
        .count;
    for (let question = 0; question < 420; question++)
      for (let time = 0; time < 3; time++) await client.query(`select $1::int as question_${question}`, [time]);
    expect(await held()).toBeLessThanOrEqual(400);
    expect(await held()).toBeGreaterThan(10);
    // One whose plan has been forgotten is answered all the same.
    expect((await client.query('select $1::int as question_0', [7])).rows).toEqual([{ question_0: 7 }]);
    expect((await client.query('select $1::int as question_0', [8])).rows).toEqual([{ question_0: 8 }]);
    await client.end();
  });

  it('that a changed table makes refuse a question is given up, and the next one answers it', async () => {
    await test.owner.query('create table changing (one int default 1)');
    await test.owner.query(`grant select on changing to ${test.connections.writer.user}`);
    await test.owner.query('insert into changing default values');
    const ask = () => test.writer.query('select * from changing');
    for (let time = 0; time < 5; time++) expect(await ask()).toEqual([{ one: 1 }]);
    await test.owner.query('alter table changing add other int default 2');
    await expect(ask()).rejects.toThrow('cached plan');
    expect(await ask()).toEqual([{ one: 1, other: 2 }]);
  });

  it('through a pooler that numbers sessions itself names nothing, and the start says so', async () => {
    const pooler = await numberingPooler(test.connections.writer);
    const through = (login: Connection): Connection => ({ ...login, host: '127.0.0.1', port: pooler.port });
    const database = await openLogins(through(test.connections.reader), through(test.connections.writer));
    expect(database.warnings).toEqual([expect.stringContaining('pooler')]);
    expect(await namedAfterTen(new Writer(database.writer))).toEqual([]);
    await database.close();
    pooler.close();
    expect(test.database.warnings).toEqual([]);
  });

  it('names new texts, too, when it has named many, and forgets those that nobody asks for', () => {
    const names = new StatementNames();
    const ask = (text: number) => [1, 2, 3].map(() => names.of(`select ${text} from post`))[2];
    const [first, second] = [ask(0), ask(1)];
    for (let text = 2; text < 2_000; text++) expect([ask(0), ask(text)]).toEqual([first, expect.any(String)]);
    expect(names.of('select 1 from post')).toBeUndefined();
    expect(ask(1)).not.toBe(second);
  });
});

describe('a replica', () => {
  const servers: EmbeddedServer[] = [];
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  it('is refused in words as DATABASE_READER_URL', async () => {
    const folder = join(home, 'main');
    const first = await startServer(folder);
    await (await openDatabase(readConfig({ DATABASE_URL: addressOf(await databaseOfServer(first)) }))).close();
    await first.stop();
    cpSync(folder, join(home, 'replica'), { recursive: true });
    chmodSync(join(home, 'replica'), 0o700);
    writeFileSync(join(home, 'replica', 'standby.signal'), '');
    for (const each of [folder, join(home, 'replica')]) servers.push(await startServer(each));
    const [main, replica] = servers.map((server) => addressOf(server.connection('palabre', 'palabre')));
    const reader = addressOf(servers[1]!.connection('palabre_reader', 'palabre'));
    const opening = async (settings: Record<string, string>): Promise<string> =>
      openDatabase(readConfig(settings)).then(
        (database: OpenDatabase) => database.close().then(() => 'opened'),
        (error: Error) => error.message,
      );
    expect(await opening({ DATABASE_URL: main!, DATABASE_READER_URL: reader })).toContain(
      'DATABASE_READER_URL leads to a replica',
    );
    expect(await opening({ DATABASE_URL: replica! })).toContain('it is a replica and takes no writing');
  });
});

describe('a connection over TLS', () => {
  let server: EmbeddedServer;
  let port: number;
  beforeAll(async () => {
    port = 20_000 + (randomBytes(2).readUInt16BE() % 10_000);
    const key = join(home, 'server.key');
    copyFileSync(join(certificates, 'server.key'), key);
    chmodSync(key, 0o600);
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      ssl: 'on',
      ssl_key_file: key,
      ssl_cert_file: join(certificates, 'server.pem'),
      fsync: 'off',
    };
    server = await startServer(join(home, 'tls'), { settings });
  });
  afterAll(() => server?.stop());

  /** Of the server's own authority, and of somebody else. */
  const root = (whose: 'authority' | 'stranger'): string => `&sslrootcert=${join(certificates, whose)}.pem`;
  it.each([
    ['localhost', 'require', null, true],
    ['localhost', 'require', 'authority', true],
    ['localhost', 'require', 'stranger', false],
    ['localhost', 'verify-full', 'authority', true],
    ['127.0.0.1', 'verify-full', 'authority', false],
    ['127.0.0.1', 'verify-ca', 'authority', true],
    ['localhost', 'verify-ca', 'stranger', false],
    ['localhost', 'verify-full', null, false],
  ] as const)('to %s with sslmode %s and the certificate of %s is made: %s', async (host, mode, whose, isMade) => {
    const address = `postgres://palabre@${host}:${port}/postgres?sslmode=${mode}${whose === null ? '' : root(whose)}`;
    const client = new pg.Client(connectionOf(address));
    const made = await client.connect().then(
      () => true,
      () => false,
    );
    const asked = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
    if (made) expect((await client.query(asked)).rows).toEqual([{ ssl: true }]);
    await client.end();
    expect(made).toBe(isMade);
  });

  it('says which file of certificates it can not read', () => {
    expect(() => connectionOf('postgres://a@b/c?sslmode=verify-full&sslrootcert=/nowhere.pem')).toThrow(
      '/nowhere.pem',
    );
  });
});
