import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { defineJob } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { isSuspendedAt } from '../../members/suspension.js';
import { UNDO_TIME } from '../../publishing/telling.js';

const ROUND = 10_000;
export const TELL_ORGANIZERS = defineJob('tell-organizers', z.strictObject({}), { every: ROUND });

/** Of a workshop `w`: it takes no registrations because nobody runs it any more, and somebody once did. */
const ALONE = `not w.has_host and w.admission <> 'none'
  and exists (select from private.workshop_act a where a.thread_id = w.thread_id and a.act = 'take')
  and exists (select from workshop_date d
    where d.thread_id = w.thread_id and d.state = 'planned' and d.starts_at > $1)`;

/**
 * Tells organizers of a workshop that is left without a host: nobody can register any more, and whoever has registered
 * has nobody to ask.
 */
@Injectable()
export class WorkshopsWithoutHosts {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
  ) {
    jobs.does(TELL_ORGANIZERS, (_, { now }) => this.look(now));
  }

  private async look(now: Date): Promise<void> {
    await this.writer.query(
      `delete from private.workshop_alone o using workshop w where w.thread_id = o.thread_id and w.has_host`,
    );
    await this.writer.query(
      `insert into private.workshop_alone (thread_id, since)
       select w.thread_id, $1 from workshop w where ${ALONE} on conflict do nothing`,
      [now],
    );
    await this.writer.transaction((tx) => this.tell(tx, now));
  }

  /** Whoever updates the row tells it: of two processes the second finds it told. */
  private async tell(tx: Transaction, now: Date): Promise<void> {
    const told = await tx.query<{ member: number }>(
      `with alone as (
         update private.workshop_alone o set told = true from workshop w
         where w.thread_id = o.thread_id and not o.told and o.since <= $2 and ${ALONE} returning o.thread_id)
       insert into private.notice (member_id, kind, thread_id, noticed_at)
       select m.id, 'workshop-alone', alone.thread_id, $1
       from alone cross join member m join private.account a on a.member_id = m.id
       where m.role in ('organizer', 'administrator') and not ${isSuspendedAt('$1')}
       returning member_id as member`,
      [now, new Date(now.getTime() - UNDO_TIME)],
    );
    for (const member of new Set(told.map((each) => each.member))) await tx.tell({ news: 'NoticesChanged', member });
  }
}
