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
/** How long what has come of a file waits for the rest; one that comes at four kilobytes a second takes less. */
export const HALF_UPLOADS_LAST = 2 * HOUR;

/** Every hour: what belongs to nothing any more goes, and folder and tables are compared. */
export const KEEP_FILES = defineJob('keep-files', z.strictObject({}), { every: HOUR });
/** Right after the rows of some files were deleted: their bytes. */
export const ERASE_FILES = defineJob('erase-files', z.strictObject({ ids: z.array(z.uuid()).max(1_000) }));

/** Rows of the folder are looked up so many at a time. */
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

  /** Bytes without a row go. A row that is still there keeps its file: whoever put this down did not commit. */
  async erase(ids: readonly string[]): Promise<void> {
    const there = await this.rowsOf(ids);
    for (const id of ids) if (!there.has(id)) await this.store.erase(id);
  }

  /**
   * What waits for the scanner, until one has to wait again: it is away, or it can never look at this one, which holds
   * up none of the others for long, since each time another one comes first.
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

  /** What a stop left unchecked is cleaned now; what should lie there and does not is said. */
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
          // Unless its cleaning has ended since the row was read: that takes what came away, and says so before.
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

  /** Of these ids, those under which bytes of a row lie. */
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
