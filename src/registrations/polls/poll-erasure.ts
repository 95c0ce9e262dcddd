import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';

const DAY = 86_400_000;
/** For how many milliseconds after the end of the workshop answers are kept. */
const KEPT = 7 * DAY;
/** How many answers one turn of the job erases; the next turn goes on. */
const AT_ONCE = 1000;

export const ERASE_POLLS = defineJob('erase-polls', z.strictObject({}), { every: DAY / 24 });

/**
 * Erases who could come when, some days after the last date has ended: of those that stand, those that are kept until
 * the workshop comes back, and those that people were asked about. The sums, which everybody reads, stay.
 */
@Injectable()
export class PollErasure {
  constructor(jobs: Jobs, writer: Writer) {
    jobs.does(ERASE_POLLS, async (_payload, { now }) => {
      const gone = await writer.query(
        `delete from private.availability where id in (
           select a.id from private.availability a where a.last_end <= $1
             and not exists (select from workshop_date d where d.thread_id = a.thread_id and d.ends_at > $1)
             and not exists (select from desk.kept_date k where k.thread_id = a.thread_id and k.ends_at > $1)
           limit ${AT_ONCE})
         returning id`,
        [new Date(now.getTime() - KEPT)],
      );
      return gone.length < AT_ONCE ? undefined : 'unfinished';
    });
  }
}
