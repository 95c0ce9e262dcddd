import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { runTaskList, type TaskList, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import type pg from 'pg';
import { Clock } from '../clock/clock.js';
import { JobConnection } from '../database/job-connection.js';
import { jobLogger } from '../database/job-logger.js';
import { Jobs } from './jobs.js';
import { freeJobsOfTheDead, nameAfter } from './living.js';

const AT_ONCE = 3;
/** News of a new job come by NOTIFY; this is for those whose hour comes, and for news that got lost. */
const POLL = 1_000;
const RESCUE = 5_000;
/** Shorter than what main.ts allows a stop altogether. */
const PATIENCE = 5_000;

interface Running {
  pool: pg.Pool;
  workers: WorkerPool;
  rescue: NodeJS.Timeout;
}

/** Carries jobs out, in this process, from `start` until the forum is stopped. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private readonly stopping = new AbortController();
  private running: Running | null = null;

  constructor(private readonly jobs: Jobs, private readonly connection: JobConnection, private readonly clock: Clock) {}

  /** After the forum listens: nobody waits for a page because of jobs that were left over. */
  async start(): Promise<void> {
    // One to listen with, and two for each job: the next one is fetched while the last is written off.
    const pool = this.connection.pool(1 + 2 * AT_ONCE);
    await freeJobsOfTheDead(pool);
    for (const [name, { every }] of this.jobs.all) if (every !== undefined) await this.jobs.repeat(name, 0);
    this.begin(pool);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const { running } = this;
    this.running = null;
    if (running === null) return;
    clearInterval(running.rescue);
    await stop(running);
  }

  private begin(pool: pg.Pool): void {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:listen:success', ({ client, workerPool }) => nameAfter(client, workerPool.id));
    const options = { events, logger: jobLogger(), concurrency: AT_ONCE, pollInterval: POLL, noHandleSignals: true, noPreparedStatements: true };
    const workers = runTaskList(options, this.tasks(), pool);
    const rescue = setInterval(() => void freeJobsOfTheDead(pool).catch(() => undefined), RESCUE).unref();
    this.running = { pool, workers, rescue };
    // The library gives up when it could not write down what became of a job, for one, while the database was away.
    workers.promise.catch(() => undefined).finally(() => {
      clearInterval(rescue);
      if (this.stopping.signal.aborted) return;
      this.log.warn('Jobs stand still; trying again.');
      setTimeout(() => !this.stopping.signal.aborted && this.begin(pool), POLL).unref();
    });
  }

  private tasks(): TaskList {
    const tasks: TaskList = {};
    for (const [name, each] of this.jobs.all)
      tasks[name] = async (payload) => void (await each.work(payload, { now: this.clock.now(), stopping: this.stopping.signal }));
    return tasks;
  }
}

/**
 * Lets jobs leave off, and the library write down what became of them: it does not wait for that itself. Whatever comes too
 * late is taken up by the next start.
 */
async function stop({ workers, pool }: Running): Promise<void> {
  const late = AbortSignal.timeout(PATIENCE);
  const tooLate = new Promise((resolve) => late.addEventListener('abort', resolve));
  await Promise.race([Promise.resolve(workers.gracefulShutdown()).catch(() => undefined), tooLate]);
  while (pool.idleCount < pool.totalCount + pool.waitingCount && !late.aborted) await pause(5);
  await pool.end();
}
