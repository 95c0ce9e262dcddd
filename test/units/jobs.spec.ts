import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { JobConnection } from '../../src/database/job-connection.js';
import { defineJob, type Turn } from '../../src/jobs/job.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { SettableClock } from '../settable-clock.js';
import { until } from '../until.js';

let test: TestDatabase;
const clock = new SettableClock();
const runners: JobRunner[] = [];
const children: ChildProcess[] = [];

const WITNESS = defineJob('witness', z.strictObject({ id: z.int() }));
const done: number[] = [];

beforeAll(async () => {
  test = await freshDatabase();
  await test.owner.query('create table witness (id int, by text)');
  await test.owner.query(`grant select, insert on witness to "${test.connections.writer.user}"`);
});
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.beforeApplicationShutdown();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  done.splice(0);
  await test.owner.query('delete from graphile_worker._private_jobs');
});
afterAll(() => test.close());

function jobsThat(work: (id: number, turn: Turn) => Promise<void | 'unfinished'>): Jobs {
  const jobs = new Jobs(test.writer, clock);
  jobs.does(WITNESS, ({ id }, turn) => work(id, turn));
  return jobs;
}

async function runnerOf(jobs: Jobs): Promise<JobRunner> {
  const runner = new JobRunner(jobs, new JobConnection(test.database.jobs), clock);
  runners.push(runner);
  await runner.start();
  return runner;
}

const reached = (count: number): Promise<void> => until(async () => expect(done.length).toBeGreaterThanOrEqual(count));

const note = async (id: number): Promise<void> => void done.push(id);

async function child(mode: 'hang' | 'work'): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../job-child.js');
  const { reader, writer } = test.connections;
  const started = spawn(process.execPath, [program, JSON.stringify({ reader, writer }), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(started);
  await once(started.stdout, 'data');
  return started;
}

describe('jobs', () => {
  it('run when the transaction that put them down is committed, and never when it is rolled back', async () => {
    const jobs = jobsThat(note);
    await runnerOf(jobs);
    const failing = test.writer.transaction(async (tx) => {
      await jobs.add(tx, WITNESS, { id: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const begun = performance.now();
    await test.writer.transaction((tx) => jobs.add(tx, WITNESS, { id: 2 }));
    await reached(1);
    expect(performance.now() - begun).toBeLessThan(900);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done).toEqual([2]);
  });

  it('wait for their hour, by the clock of whoever put them down, and are replaced by a later one of the same key', async () => {
    const jobs = jobsThat(note);
    const later = new Date(clock.now().getTime() + 3_600_000);
    await jobs.add(null, WITNESS, { id: 3 }, { runAt: later, key: 'one' });
    const { rows } = await test.owner.query<{ wait: number }>(
      'select extract(epoch from run_at - now())::float as wait from graphile_worker._private_jobs',
    );
    expect(rows.map(({ wait }) => Math.round(wait / 60))).toEqual([60]);
    await jobs.add(null, WITNESS, { id: 4 }, { key: 'one' });
    await runnerOf(jobs);
    await reached(1);
    expect(done).toEqual([4]);
  });

  it('are refused at once when their payload is not what their kind says', async () => {
    await expect(jobsThat(note).add(null, WITNESS, { id: 1.5 })).rejects.toThrow();
  });

  it('are tried again when they failed', async () => {
    let tries = 0;
    const jobs = jobsThat(async (id) => {
      if (++tries === 1) throw new Error('the first try fails');
      done.push(id);
    });
    await jobs.add(null, WITNESS, { id: 5 });
    await runnerOf(jobs);
    await until(async () =>
      expect(
        (
          await test.owner.query(
            'update graphile_worker._private_jobs set run_at = now() where last_error is not null',
          )
        ).rowCount,
      ).toBe(1),
    );
    await reached(1);
    expect(tries).toBe(2);
  });

  it('that leave off at a stop go on at the next start', async () => {
    const leaveOff = jobsThat(
      (id, { stopping }) =>
        new Promise((resolve) => {
          done.push(id);
          stopping.addEventListener('abort', () => resolve('unfinished'));
        }),
    );
    await leaveOff.add(null, WITNESS, { id: 6 });
    const runner = await runnerOf(leaveOff);
    await reached(1);
    await runner.beforeApplicationShutdown();
    await runnerOf(jobsThat(async (id) => void done.push(id + 100)));
    await reached(2);
    expect(done).toEqual([6, 106]);
  });

  it('of a process that was killed are done by the next one, and those of a living process are left to it', async () => {
    await jobsThat(note).add(null, WITNESS, { id: 7 });
    const hanging = await child('hang');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await runnerOf(jobsThat(note));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(done).toEqual([]);
    hanging.kill('SIGKILL');
    await once(hanging, 'exit');
    await child('work');
    await until(
      async () => expect(done.length + ((await test.owner.query('select from witness')).rowCount ?? 0)).toBe(2),
      10_000,
    );
    const { rows } = await test.owner.query<{ by: string }>('select by from witness');
    expect([...rows.map(({ by }) => by), ...done.map(() => 'here')]).toEqual([
      'hang',
      expect.stringMatching(/^(work|here)$/),
    ]);
  });

  it('that never end are done again for ever', async () => {
    const jobs = new Jobs(test.writer, clock);
    jobs.does(defineJob('often', z.strictObject({}), { every: 50 }), async () => void done.push(0));
    await runnerOf(jobs);
    await until(async () => expect(done.length).toBeGreaterThan(2), 8_000);
  });

  it('that never end stand there once, whatever was killed and whatever was left off', async () => {
    const OFTEN = defineJob('often', z.strictObject({}), { every: 3_600_000 });
    const rows = async () =>
      (
        await test.owner.query<{ key: string | null; locked: boolean }>(
          'select key, locked_at is not null as locked from graphile_worker._private_jobs',
        )
      ).rows;
    const jobs = new Jobs(test.writer, clock);
    jobs.does(OFTEN, async () => (done.push(0), done.length === 1 ? 'unfinished' : undefined));
    for (const _ of [1, 2]) {
      // As one that was begun by a process which is gone since.
      await jobs.repeat(OFTEN.name, 0);
      await test.owner.query(
        `update graphile_worker._private_jobs set locked_by = 'dead', attempts = 1,
         locked_at = now() - interval '3 seconds' where locked_at is null`,
      );
    }
    expect(await rows()).toHaveLength(2);
    await runnerOf(jobs);
    await reached(2);
    await until(async () => expect(await rows()).toEqual([{ key: OFTEN.name, locked: false }]));
    expect(done).toHaveLength(2);
  });
});
