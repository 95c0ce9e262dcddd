import { expect, test } from '@jest/globals';
import type pg from 'pg';
import type { JobConnection } from '../../src/database/job-connection.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { SettableClock } from '../settable-clock.js';
import { until } from '../until.js';

test('while the database is away jobs are tried again after ever longer pauses, and nothing ends but by a stop', async () => {
  const tries: number[] = [];
  let closed = 0;
  const pool = {
    query: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    end: () => Promise.resolve(void (closed += 1)),
  };
  const connection: Pick<JobConnection, 'pool'> = {
    pool: () => {
      tries.push(performance.now());
      return pool as unknown as pg.Pool;
    },
  };
  const jobs: Pick<Jobs, 'all'> = { all: new Map() };
  const runner = new JobRunner(jobs as Jobs, connection as JobConnection, new SettableClock());
  await runner.start();
  await until(async () => expect(tries.length).toBeGreaterThanOrEqual(4));
  await runner.beforeApplicationShutdown();
  const pauses = tries.slice(1).map((at, before) => at - (tries[before] ?? 0));
  // A timer may be late and is never early, but for what rounding takes.
  expect(pauses.slice(0, 3).map((pause, at) => pause >= 100 * 2 ** at - 2)).toEqual([true, true, true]);
  expect(closed).toBe(tries.length);
  const before = tries.length;
  await runner.beforeApplicationShutdown();
  expect(tries.length).toBe(before);
});
