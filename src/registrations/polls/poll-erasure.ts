import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';

const DAY = 86_400_000;
/** So long after the end of their workshop answers are kept. */
const KEPT = 7 * DAY;
/** Of one turn; more are left to the next one. */
const AT_ONCE = 1000;

export const ERASE_POLLS = defineJob('erase-polls', z.strictObject({}), { every: DAY / 24 });

/**
 * Forgets who could come when. The end is that of the last date that stands, is kept for a return or was asked about;
 * what everybody reads, the sums, stays.
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
