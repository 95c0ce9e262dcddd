import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../database/writer.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';

const DAY = 86_400_000;
export const TIDY_NOTICES = defineJob('tidy-notices', z.strictObject({}), { every: DAY / 4 });

/** Nobody goes back further, and what is not kept cannot be asked for. */
const NOTICES_LAST = 90 * DAY;
const MOST_NOTICES = 200;
/** As long as the same decision could still be told by a job that comes late. */
const MAIL_LASTS = 14 * DAY;

/** Forgets what was told. */
@Injectable()
export class Tidying {
  constructor(jobs: Jobs, private readonly writer: Writer) {
    jobs.does(TIDY_NOTICES, (_, { now }) => this.tidy(now));
  }

  private async tidy(now: Date): Promise<void> {
    const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    await this.writer.query('delete from private.confirmation where expires_at <= $1', [now]);
    await this.writer.query('delete from private.mail where made_at < $1', [ago(MAIL_LASTS)]);
    await this.writer.query('delete from private.notice where noticed_at < $1', [ago(NOTICES_LAST)]);
    await this.writer.query(
      `delete from private.notice n using (
         select member_id, (array_agg(id order by id desc))[${MOST_NOTICES}] as last from private.notice group by member_id having count(*) > ${MOST_NOTICES}
       ) many where n.member_id = many.member_id and n.id < many.last`,
    );
  }
}
