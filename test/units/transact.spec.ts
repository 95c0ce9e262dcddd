import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SteadyClient } from '../../src/database/steady-client.js';
import { askedOnce } from '../../src/database/asked-once.js';
import { MOST_NAMES } from '../../src/database/statement-names.js';
import { freshDatabase, type TestDatabase } from '../database.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

function put(name: string): [string, unknown[]] {
  return [`insert into desk.walk (name, goal, reached, done) values ($1, '', '', false)`, [name]];
}

async function walks(): Promise<string[]> {
  return (await db.writer.query<{ name: string }>('select name from desk.walk order by name')).map(({ name }) => name);
}

test('a failure that goes unnoticed in a transaction is told at its end, and nothing is stored', async () => {
  const unnoticed = db.writer.transaction(async (tx) => {
    await tx.query(...put('lost'));
    await tx.query('select 1 / 0').catch(() => undefined);
    return 'stored';
  });
  await expect(unnoticed).rejects.toThrow('nothing of it was stored');
  expect(await walks()).toEqual([]);
});

test('questions that are asked together go by one connection, and one that fails takes no other with it', async () => {
  const PID = 'select pg_backend_pid() as pid';
  const pids = await db.writer.together((asking) =>
    Promise.all([asking.query<{ pid: number }>(PID), asking.query<{ pid: number }>(PID)]),
  );
  expect(pids[0]).toEqual(pids[1]);
  const answered: string[] = [];
  const failing = db.writer.together((asking) =>
    Promise.all([
      asking.query('select 1 / 0'),
      asking
        .query('select count(*) from generate_series(1, 100000)')
        .then(() => answered.push('before the failure is told')),
    ]),
  );
  await expect(failing).rejects.toThrow('division by zero');
  expect(answered).toEqual(['before the failure is told']);
});

test('of statements sent at once each sees those before it, and of several that fail the first is told', async () => {
  const seen = await db.writer.transaction(async (tx) => {
    const [, rows] = await Promise.all([
      tx.query(...put('first')),
      tx.query<{ name: string }>('select name from desk.walk'),
    ]);
    return rows;
  });
  expect(seen).toEqual([{ name: 'first' }]);
  const failing = db.writer.transaction((tx) =>
    Promise.all([tx.query(...put('second')), tx.query('select 1 / 0'), tx.query(...put('third'))]),
  );
  await expect(failing).rejects.toThrow('division by zero');
  expect(await walks()).toEqual(['first']);
});

test('repositories write in the same transaction', async () => {
  await expect(
    db.writer.transaction(async (tx) => {
      const { WalkEntity } = await import('../../src/publishing/upkeep/walk.entity.js');
      await tx.repository(WalkEntity).save({ name: 'gone', goal: '', reached: '', done: false });
      throw new Error('not after all');
    }),
  ).rejects.toThrow('not after all');
  expect(await walks()).toEqual(['first']);
});

test('a connection that holds as many plans as it may forgets them, and answers everything meanwhile', async () => {
  const held = await db.writer.transaction(async (tx) => {
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(
        Array.from({ length: MOST_NAMES + 50 }, (_, each) =>
          tx.query<{ n: number }>(`select ${each} + $1::int as n`, [round]),
        ),
      );
      expect(answers.map(([row]) => row?.n)).toEqual(answers.map((__, each) => each + round));
    }
    // Asked twice, since they are forgotten once nothing is asked.
    await tx.query('select 1');
    return tx.query<{ plans: number }>('select count(*)::int as plans from pg_prepared_statements');
  });
  expect(held[0]?.plans).toBeLessThanOrEqual(MOST_NAMES);
});

test('a commit that leaves behind the last statement stores all or nothing, and nothing is asked after it', async () => {
  const name = await db.writer.transaction(async (tx) => {
    const putting = Promise.all([tx.query(...put('behind')), tx.query<{ n: number }>('select 7 as n')]);
    tx.commitBehind();
    await expect(tx.query('select 1')).rejects.toThrow('left already');
    return (await putting)[1][0]?.n;
  });
  expect(name).toBe(7);
  expect(await walks()).toContain('behind');
  const failing = db.writer.transaction(async (tx) => {
    const putting = Promise.all([tx.query(...put('half')), tx.query('select 1 / 0')]);
    tx.commitBehind();
    await putting;
  });
  await expect(failing).rejects.toThrow('division by zero');
  const unnoticed = db.writer.transaction(async (tx) => {
    tx.query('select 1 / 0').catch(() => undefined);
    tx.commitBehind();
  });
  await expect(unnoticed).rejects.toThrow('nothing of it was stored');
  expect(await walks()).not.toContain('half');
});

test('what is asked in one turn is written together', async () => {
  const runner = db.database.writer.createQueryRunner();
  const client = (await runner.connect()) as SteadyClient & { connection: { stream: Socket } };
  const { stream } = client.connection;
  const written: number[] = [];
  const write = stream._writev?.bind(stream);
  stream._writev = (pieces, done) => {
    written.push(pieces.length);
    write?.(pieces, done);
  };
  try {
    const answers = await Promise.all([1, 2, 3].map((n) => client.query<{ n: number }>('select $1::int as n', [n])));
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3]);
    expect(written).toHaveLength(1);
  } finally {
    await runner.release();
  }
});

test('of equal questions of several who look at the same moment one is asked, and all of them get its answer', async () => {
  const answers = await db.writer.transaction(async (tx) => {
    const once = askedOnce(tx);
    const ask = (n: number): Promise<unknown[]> => once.query('select $1::int as n, clock_timestamp() as at', [n]);
    return Promise.all([ask(1), ask(2), ask(1)]);
  });
  expect(answers[2]).toEqual(answers[0]);
  expect(answers[1]).not.toEqual(answers[0]);
  const failing = db.writer.transaction((tx) => {
    const once = askedOnce(tx);
    return Promise.all([once.query('select 1 / 0'), once.query('select 1 / 0')]);
  });
  await expect(failing).rejects.toThrow('division by zero');
});
