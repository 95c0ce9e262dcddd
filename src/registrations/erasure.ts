import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict } from '../errors/errors.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { eraseOldDrafts, eraseSecret, threadsWithSecrets } from './erased-secrets.js';
import { lockDate } from './seats.js';

const DAY = 86_400_000;
/** For how many days after a date its registrations are kept. */
export const KEPT_DAYS = 7;
/** How many dates are erased in one turn of the job; the next turn goes on. */
const AT_ONCE = 500;

export const ERASE_REGISTRATIONS = defineJob('erase-registrations', z.strictObject({}), { every: DAY / 24 });

/**
 * SQL: whether a date with the tally `y` is still to be erased: it never was, or somebody has come or registered since.
 */
const UNDONE = `(y.registered is null or exists (select from private.registration r where r.date_id = y.date_id))`;

interface DueDate {
  thread: number;
  date: string;
}

/** Erases who came. Only how many registered for a date and how many came is kept. */
@Injectable()
export class Erasure {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(ERASE_REGISTRATIONS, async (_payload, { now, stopping }) => {
      const before = new Date(now.getTime() - KEPT_DAYS * DAY);
      const due = await this.writer.query<DueDate>(
        `select y.thread_id as thread, y.date_id as date from private.date_tally y
         where y.ends_at <= $1 and ${UNDONE} order by y.ends_at limit ${AT_ONCE}`,
        [before],
      );
      for (const each of due) {
        if (stopping.aborted) return 'unfinished';
        await this.writer.transaction((tx) => eraseDate(tx, each));
      }
      for (const thread of await threadsWithSecrets(this.writer, before)) {
        if (stopping.aborted) return 'unfinished';
        await this.writer.transaction((tx) => eraseSecret(tx, thread, before, now));
      }
      await eraseOldDrafts(this.writer, before);
      return due.length < AT_ONCE ? undefined : 'unfinished';
    });
  }

  /**
   * The same before the time, when a host asks for it: for the dates that are over or cancelled. The caller has to ask
   * whether somebody is a host.
   *
   * @throws Conflict 'nothing-over' where none is
   */
  async ofWorkshop(tx: Transaction, thread: number, now: Date): Promise<void> {
    const due = await tx.query<DueDate>(
      `select y.thread_id as thread, y.date_id as date from private.date_tally y
       left join workshop_date d on d.id = y.date_id
       where y.thread_id = $1 and ${UNDONE} and (y.ends_at <= $2 or d.state = 'cancelled')
       order by y.date_id`,
      [thread, now],
    );
    if (due.length === 0) throw new Conflict('nothing-over');
    for (const each of due) await eraseDate(tx, each);
    await eraseSecret(tx, thread, now, now);
  }
}

/**
 * The lock of the tally sees to it that each registration is counted once, even if two processes come at the same time.
 */
async function eraseDate(tx: Transaction, { thread, date }: DueDate): Promise<void> {
  await lockDate(tx, thread, date);
  // While a workshop is gone, its dates have no rows that could be locked.
  await tx.query('select from private.date_tally where date_id = $1 for update', [date]);
  await tx.query(
    `update private.date_tally y set registered = coalesce(y.registered, 0) + s.registered,
       came = coalesce(y.came, 0) + s.came
     from (select coalesce(sum(persons) filter (where state = 'seated'), 0) as registered,
       coalesce(sum(persons) filter (where arrived), 0) as came from private.registration where date_id = $1) s
     where y.date_id = $1`,
    [date],
  );
  // With a registration goes what was told about it.
  const told = await tx.query<{ member: number }>(
    `select distinct n.member_id as member from private.notice n join private.registration r on r.id = n.registration_id
     where r.date_id = $1`,
    [date],
  );
  await tx.query('delete from private.registration where date_id = $1', [date]);
  for (const { member } of told) await tx.tell({ news: 'NoticesChanged', member });
}
