import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { MAY_READ } from './may-read.js';
import { HOME, WITH_HOME } from './reminders.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const ERASE_REMINDERS = defineJob('erase-reminders', z.strictObject({}), { every: HOUR });

/** As long as what hid the case may be undone, or it be moved back, without anybody having to ask again. */
const GONE_LASTS = 7 * DAY;
/** As long as the link of a letter that asks is good. */
const UNCONFIRMED_LASTS = 3 * DAY;

/**
 * The case of a reminder `r` can be read by whom it reminds: a guest reads nothing that is the members' or the team's.
 */
const STANDS = `exists (select from local_case l join thread t on t.id = l.thread_id
  join category c on c.id = t.category_id left join member m on m.id = r.member_id
  where l.thread_id = ${HOME} and ${MAY_READ})`;

/**
 * Forgets who wanted to be reminded once there is nothing to remind of, or nobody has said that an address is theirs.
 */
@Injectable()
export class ReminderErasure {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(ERASE_REMINDERS, (_, { now }) => this.erase(now));
  }

  private async erase(now: Date): Promise<void> {
    await this.writer.query(
      `update private.case_reminder e set gone_at = case when not s.stands then $1::timestamptz end
       from (select r.id, ${STANDS} as stands from private.case_reminder r ${WITH_HOME}) s
       where s.id = e.id and s.stands = (e.gone_at is not null)`,
      [now],
    );
    await this.writer.query(
      `delete from private.case_reminder e using (
         select r.id, exists (select from post p where p.thread_id = ${HOME} and p.number = 1
           and p.gone = 'withdrawn') as withdrawn from private.case_reminder r ${WITH_HOME}) s
       where s.id = e.id and (s.withdrawn or e.gone_at <= $1
         or (e.email is not null and e.email_confirmed_at is null and e.asked_at <= $2
           and not exists (select from private.confirmation c where c.address = e.email and c.expires_at > $3)))`,
      [new Date(now.getTime() - GONE_LASTS), new Date(now.getTime() - UNCONFIRMED_LASTS), now],
    );
  }
}
