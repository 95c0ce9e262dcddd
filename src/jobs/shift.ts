import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { runTaskList, type TaskList, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import type pg from 'pg';
import { jobLogger } from '../database/job-logger.js';
import { freeJobsOfTheDead, nameAfter } from './living.js';

const AT_ONCE = 3;
/** One to listen with, and two for each job: the next one is fetched while it is noted that the last one is done. */
export const CONNECTIONS = 1 + 2 * AT_ONCE;
/** NOTIFY announces a new job; polling finds jobs whose time has come, and those whose announcement was lost. */
const POLL = 1_000;
const RESCUE = 5_000;

/**
 * One span of work of the worker library, on connections of its own. It ends for good at the first query that fails:
 * otherwise the library would let the rejection end the process, keep the job locked under the name of a living
 * worker, or wait for a minute before it listens again.
 */
export class Shift {
  /** Resolves when the database was lost; rejects never. */
  readonly lost: Promise<void>;
  private isLeaving = false;
  private named: Promise<void> = Promise.resolve();
  private readonly workers: WorkerPool;
  private readonly rescue: NodeJS.Timeout;

  constructor(
    private readonly pool: pg.Pool,
    tasks: TaskList,
  ) {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:listen:success', ({ client, workerPool }) => {
      this.named = nameAfter(client, workerPool.id);
    });
    events.once('pool:gracefulShutdown', () => {
      this.isLeaving = true;
    });
    this.lost = new Promise((resolve) => {
      for (const loss of ['pool:listen:error', 'pool:fatalError', 'pool:release'] as const)
        events.once(loss, () => resolve());
    });
    this.workers = runTaskList(
      {
        events,
        logger: jobLogger(),
        concurrency: AT_ONCE,
        pollInterval: POLL,
        noHandleSignals: true,
        noPreparedStatements: true,
        // The library notes what became of a job in what it calls batches: only they report that noting it failed.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      },
      tasks,
      pool,
    );
    this.workers.promise.catch(() => undefined);
    this.rescue = setInterval(() => void freeJobsOfTheDead(pool).catch(() => undefined), RESCUE).unref();
  }

  /**
   * Asks jobs to stop, and waits until the library has stored their outcomes, which it does not do itself. A job that
   * takes too long is done again by another process.
   */
  async end(patience: number): Promise<void> {
    clearInterval(this.rescue);
    const late = AbortSignal.timeout(patience);
    const tooLate = new Promise((resolve) => late.addEventListener('abort', resolve));
    await Promise.race([this.leave().catch(() => undefined), tooLate]);
    const { pool } = this;
    while (pool.idleCount < pool.totalCount + pool.waitingCount && !late.aborted) await pause(5);
    await Promise.race([pool.end().catch(() => undefined), tooLate]);
  }

  /**
   * The library stops by itself when it could not store the outcome of a job, and throws when it is told to stop
   * again.
   */
  private async leave(): Promise<void> {
    // Its first questions are still under way when a forum is stopped as soon as it is there, and the library asks the
    // same connection once more; the driver complains of so many at once.
    await this.named;
    if (!this.isLeaving) await this.workers.gracefulShutdown();
    await this.workers.promise;
  }
}
