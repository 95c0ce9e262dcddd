import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { TaskList } from 'graphile-worker';
import { Clock } from '../clock/clock.js';
import { JobConnection } from '../database/job-connection.js';
import { inItsOwnTime } from '../database/own-time.js';
import { Jobs } from './jobs.js';
import { dropReplacedJobs, freeJobsOfTheDead } from './living.js';
import { CONNECTIONS, Shift } from './shift.js';

/** Shorter than what main.ts allows a stop altogether. */
const PATIENCE = 4_000;
/** How long the last jobs of a lost shift may delay the next shift. */
const LEAVING = 3_000;
const SHORTEST_PAUSE = 100;
const LONGEST_PAUSE = 2_000;

/**
 * Carries jobs out, in this process, from `start` until the forum is stopped, however often the database goes and
 * comes.
 */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private readonly stopping = new AbortController();
  private working: Promise<void> | null = null;

  constructor(
    private readonly jobs: Jobs,
    private readonly connection: JobConnection,
    private readonly clock: Clock,
  ) {}

  /**
   * Called after the forum listens, so that no page waits because of jobs that were left over. Resolves when work has
   * begun, or can't begin yet.
   */
  async start(): Promise<void> {
    await new Promise<void>((begun) => {
      this.working = this.keepWorking(begun);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async keepWorking(begun: () => void): Promise<void> {
    const { signal } = this.stopping;
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    for (let failures = 0; !signal.aborted; failures++) {
      const shift = await this.begin(failures);
      begun();
      if (shift !== null) {
        failures = 0;
        await Promise.race([shift.lost, stopped]);
        await shift.end(signal.aborted ? PATIENCE : LEAVING);
      }
      await pause(Math.min(SHORTEST_PAUSE * 2 ** failures, LONGEST_PAUSE), undefined, { signal }).catch(
        () => undefined,
      );
    }
  }

  /**
   * Null when the database is away. Repeating jobs are added again, because they may have failed too often meanwhile.
   */
  private async begin(failures: number): Promise<Shift | null> {
    const pool = this.connection.pool(CONNECTIONS);
    try {
      const repeating = [...this.jobs.all].filter(([, { every }]) => every !== undefined).map(([name]) => name);
      // First: what is put down anew replaces what nobody holds, and would stand beside what a dead process holds.
      await freeJobsOfTheDead(pool);
      await dropReplacedJobs(pool, repeating);
      for (const name of repeating) await this.jobs.repeat(name, 0);
      const shift = new Shift(pool, this.tasks());
      if (failures > 1) this.log.log('Jobs go on.');
      return shift;
    } catch (error) {
      // Logged at the second failure only: most often the first new try finds the database again.
      const { code = '' } = error as { code?: string };
      if (failures === 1) this.log.warn(`Jobs stand still ${code}; trying again until they go on.`);
      await pool.end().catch(() => undefined);
      return null;
    }
  }

  private tasks(): TaskList {
    const tasks: TaskList = {};
    for (const [name, each] of this.jobs.all)
      tasks[name] = (payload) =>
        inItsOwnTime(
          async () => void (await each.work(payload, { now: this.clock.now(), stopping: this.stopping.signal })),
        );
    return tasks;
  }
}
