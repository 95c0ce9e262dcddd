import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import { Writer } from '../database/writer.js';
import { defineJob } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { ConfirmationEntity } from './confirmation.entity.js';
import { MailEntity } from './mail.entity.js';
import { NoticeEntity } from './notice.entity.js';

const DAY = 86_400_000;
export const TIDY_NOTICES = defineJob('tidy-notices', z.strictObject({}), { every: DAY / 4 });

/** Nobody reads older notices, and what is not stored cannot be demanded by anybody. */
const NOTICES_LAST = 90 * DAY;
const MOST_NOTICES = 200;
/** As long as the same decision could still be told by a job that comes late. */
const MAIL_LASTS = 14 * DAY;

/** Forgets what was told. */
@Injectable()
export class Tidying {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(TIDY_NOTICES, (_, { now }) => this.tidy(now));
  }

  private async tidy(now: Date): Promise<void> {
    const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    await this.writer.repository(ConfirmationEntity).delete({ expiresAt: LessThanOrEqual(now) });
    // Without its address a row only says that there was a letter today.
    await this.writer.repository(ConfirmationEntity).delete({ address: IsNull(), askedAt: LessThanOrEqual(ago(DAY)) });
    await this.writer.repository(MailEntity).delete({ madeAt: LessThan(ago(MAIL_LASTS)) });
    await this.writer.repository(NoticeEntity).delete({ noticedAt: LessThan(ago(NOTICES_LAST)) });
    await this.writer.query(
      `delete from private.notice n using (
         select member_id, (array_agg(id order by id desc))[${MOST_NOTICES}] as last from private.notice
           group by member_id having count(*) > ${MOST_NOTICES}
       ) many where n.member_id = many.member_id and n.id < many.last`,
    );
  }
}
