import { rm } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../database/writer.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { Cleanings } from './cleanings.js';
import { Store } from './store.js';
import { CLEAN_WAITING } from './waiting-job.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/**
 * For how many milliseconds the rest of a file is waited for. A file that comes at four kilobytes a second takes less.
 */
export const HALF_UPLOADS_LAST = 2 * HOUR;

/** Every hour: what belongs to nothing any more goes, and folder and tables are compared. */
export const KEEP_FILES = defineJob('keep-files', z.strictObject({}), { every: HOUR });
/** Erases the bytes of files whose rows were just deleted. */
export const ERASE_FILES = defineJob('erase-files', z.strictObject({ ids: z.array(z.uuid()).max(1_000) }));

/** How many files of the folder are looked up at a time. */
const SOME = 500;

@Injectable()
export class Keeping {
  private readonly log = new Logger(Keeping.name);

  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly store: Store,
    private readonly cleanings: Cleanings,
  ) {
    jobs.does(KEEP_FILES, (_, { now, stopping }) => this.keep(now, stopping));
    jobs.does(CLEAN_WAITING, (_, { stopping }) => this.cleanWaiting(stopping));
    jobs.does(ERASE_FILES, ({ ids }) => this.erase(ids));
  }

  async keep(now: Date, stopping: AbortSignal): Promise<void> {
    await this.forget(now);
    await this.sweepFolder(stopping);
    await this.lookFor(stopping);
  }

  /**
   * Erases the bytes that have no row. If a row is still there, its file is kept: whoever put this job down did not
   * commit.
   */
  async erase(ids: readonly string[]): Promise<void> {
    const there = await this.rowsOf(ids);
    for (const id of ids) if (!there.has(id)) await this.store.erase(id);
  }

  /**
   * Cleans what waits for the scanner, until a file has to wait again. Then the scanner is away, or can never look at
   * this file, which does not hold up the others for long, since each time another file comes first.
   */
  async cleanWaiting(stopping: AbortSignal): Promise<void> {
    const rows = await this.writer.query<{ id: string }>(
      `select id from desk.file where unscanned and state = 'unchecked' order by random()`,
    );
    for (const { id } of rows) {
      if (stopping.aborted) return;
      this.cleanings.begin(id);
      await this.cleanings.end(id);
      const again = await this.writer.query(
        `select from desk.file where id = $1 and unscanned and state = 'unchecked'`,
        [id],
      );
      if (again.length > 0) return;
    }
  }

  private async forget(now: Date): Promise<void> {
    await this.writer.query(
      `delete from desk.file f where not exists (select from desk.document d where d.id = f.id)
         and (f.sent_at < $1 or (f.state = 'arriving' and f.sent_at < $2))`,
      [new Date(now.getTime() - DAY), new Date(now.getTime() - HALF_UPLOADS_LAST)],
    );
  }

  private async sweepFolder(stopping: AbortSignal): Promise<void> {
    let some: { id: string; where: string }[] = [];
    const look = async (): Promise<void> => {
      const there = await this.rowsOf(some.map(({ id }) => id));
      for (const { id, where } of some) if (!there.has(id)) await rm(where, { recursive: true, force: true });
      some = [];
    };
    for await (const lying of this.store.lying()) {
      if (stopping.aborted) return;
      some.push(lying);
      if (some.length >= SOME) await look();
    }
    await look();
  }

  /** Cleans what a stop left uncleaned, and says which files should lie there and do not. */
  private async lookFor(stopping: AbortSignal): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.writer.query<{ id: string; state: string; keptAs: string }>(
        `select id, state, coalesce(kept_as, id) as "keptAs" from desk.file where id > $1
          and state in ('unchecked', 'clean') order by id limit ${SOME}`,
        [last],
      );
      for (const { id, state, keptAs } of rows) {
        if (stopping.aborted) return;
        if (state === 'clean') {
          if (!(await this.store.has(keptAs))) this.log.error(`File ${id} is missing.`);
        } else if (await this.store.hasArrived(id)) {
          this.cleanings.begin(id);
          await this.cleanings.end(id);
        } else {
          // Unless the cleaning has ended since the row was read: it removes what came, and writes that into the row
          // first.
          const [lost] = await this.writer.query(
            `update desk.file set state = 'refused', refusal = 'broken' where id = $1 and state = 'unchecked'
             returning id`,
            [id],
          );
          if (lost !== undefined) this.log.error(`File ${id} is missing: it came and was not cleaned.`);
        }
      }
      if (rows.length < SOME) return;
      last = rows.at(-1)?.id ?? last;
    }
  }

  /** Those of these ids under which the bytes of some row lie. */
  private async rowsOf(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.writer.query<{ id: string }>(
      `select coalesce(kept_as, id) as id from desk.file where coalesce(kept_as, id) = any($1::uuid[])
       union all select coming_as from desk.file where coming_as = any($1::uuid[])`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
