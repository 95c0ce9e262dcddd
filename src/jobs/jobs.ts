import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Queries } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import type { Job, Turn, Work } from './job.js';

export interface When {
  /** As soon as possible when left out. */
  runAt?: Date;
  /** A job of the same key that has not begun is replaced by this one. */
  key?: string;
}

/** Not at once: the process that is being stopped would take up what it has just left. */
const LATER = 1_000;

/** What to do with a payload as it came out of the table. */
export interface Doing {
  every: number | undefined;
  work(payload: unknown, turn: Turn): Promise<void | 'unfinished'>;
}

export interface PuttingDown {
  /** Milliseconds from now. */
  wait?: number;
  key?: string | undefined;
  /** Jobs of one queue are done one after the other. */
  queue?: string;
}

/** Adds a job, for code that has a transaction but no instance of Jobs. */
export async function putDown<P>(
  tx: Queries,
  job: Job<P>,
  payload: P,
  { wait = 0, key, queue }: PuttingDown = {},
): Promise<void> {
  await tx.query(
    `select from graphile_worker.add_job($1, payload := $2::json,
       run_at := statement_timestamp() + $3 * interval '1 millisecond', job_key := $4, queue_name := $5)`,
    [job.name, JSON.stringify(job.payload.parse(payload)), wait, key ?? null, queue ?? null],
  );
}

/** Adds jobs and keeps the list of who does which kind; the runner carries them out. */
@Injectable()
export class Jobs {
  private readonly doings = new Map<string, Doing>();

  constructor(
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a job: in the caller's transaction, so that it exists only if that is committed; with null at once.
   *
   * The moment is handed over as a distance from now, because the worker goes by the database's clock.
   */
  async add<P>(tx: Queries | null, job: Job<P>, payload: P, { runAt, key }: When = {}): Promise<void> {
    const wait = runAt === undefined ? 0 : Math.max(0, runAt.getTime() - this.clock.now().getTime());
    await putDown(tx ?? this.writer, job, payload, { wait, key });
  }

  /** Names the work for a kind of job, once for each kind, at the start of the program. */
  does<P>(job: Job<P>, work: Work<P>): void {
    if (this.doings.has(job.name)) throw new Error(`two would do the job "${job.name}"`);
    this.doings.set(job.name, {
      every: job.every,
      work: async (payload, turn) => {
        const outcome = await work(job.payload.parse(payload), turn);
        if (outcome === 'unfinished' && job.every !== undefined) await this.repeat(job.name, LATER);
        else if (outcome === 'unfinished')
          await this.add(null, job, job.payload.parse(payload), {
            runAt: new Date(this.clock.now().getTime() + LATER),
          });
        else if (job.every !== undefined) await this.repeat(job.name, job.every);
        return outcome;
      },
    });
  }

  get all(): ReadonlyMap<string, Doing> {
    return this.doings;
  }

  /** Adds the next turn of a repeating job: one for the whole installation, however many processes there are. */
  async repeat(name: string, wait: number): Promise<void> {
    await this.writer.query(
      `select from graphile_worker.add_job($1, payload := '{}',
        run_at := statement_timestamp() + $2 * interval '1 millisecond',
         job_key := $1)`,
      [name, wait],
    );
  }
}
