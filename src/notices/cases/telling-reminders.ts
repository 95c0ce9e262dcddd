import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import type { CountedDate } from '../../deadlines/count.js';
import { defineJob, type Turn } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { UNDO_TIME } from '../../publishing/telling.js';
import { InstallationSecret } from '../../submissions/installation-secret.js';
import { addressKey } from '../keys.js';
import { Outbox } from '../outbox.js';
import { MAY_READ } from './may-read.js';
import { learned, newsOf, type ReminderNews } from './reminder-news.js';
import { HOME, learn, Reminders, WITH_HOME } from './reminders.js';

const ROUND = 10_000;
export const TELL_REMINDERS = defineJob('tell-reminders', z.strictObject({}), { every: ROUND });
const HANDFUL = 500;

/** What dates are counted by besides the steps of a case. */
const LAW = `select md5(concat((select string_agg(r::text, ',' order by r.id) from deadline_rule r),
  (select string_agg(h::text, ',' order by h.country, h.day) from holiday h))) as law`;

/** What the dates of a case follow from: another one is a reason to count them again. `$2` is the day and the law. */
const LOOKS = `concat_ws(' ', t.id, t.last_number, t.changes, t.category_id, t.retired, $2::text)`;

/**
 * Those of whom something may have to be told. A letter that has not left yet says all of it by itself; who asked
 * about both of two merged cases is told by the one that stands.
 */
const STIRRED = `
  select r.id, t.id as thread, ${LOOKS} as looks
  from private.case_reminder r ${WITH_HOME} join thread t on t.id = ${HOME}
  where (t.id, r.id) > ($3::int, $4::uuid)
    and (r.member_id is not null or ($5 and r.email_confirmed_at is not null and not exists (select from private.mail l
      where l.reminder_id = r.id and l.kind = 'reminder' and l.closed_at is null)))
    and (r.due_at <= $1 or (r.due_at is null and r.looked <> ${LOOKS}))
    and (r.thread_id = t.id or not exists (select from private.case_reminder d where d.thread_id = t.id
      and (d.member_id = r.member_id or (d.email = r.email and d.email_confirmed_at is not null))))
  order by t.id, r.id limit ${HANDFUL}`;

interface Stirred {
  id: string;
  thread: number;
  looks: string;
}

interface Row {
  knows: string[];
  dueAt: Date | null;
  member: number | null;
  email: string | null;
  reads: boolean;
}

/**
 * Compares what is due in a case with what each person was reminded of: nothing has to say what it has changed, so
 * nothing can forget to. Each of them in a transaction that locks what they know, so two processes tell it once.
 */
@Injectable()
export class TellingReminders {
  private readonly log = new Logger('notices');

  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly reminders: Reminders,
    private readonly secret: InstallationSecret,
    private readonly outbox: Outbox,
  ) {
    jobs.does(TELL_REMINDERS, (_, turn) => this.round(turn));
  }

  private async round({ now, stopping }: Turn): Promise<void> {
    const today = await this.reminders.today(now);
    const [{ law } = { law: '' }] = await this.writer.query<{ law: string }>(LAW);
    let last: Stirred = { thread: 0, id: '00000000-0000-0000-0000-000000000000', looks: '' };
    let dates: CountedDate[] = [];
    for (;;) {
      const stirred = await this.writer.query<Stirred>(STIRRED, [
        now,
        `${today} ${law}`,
        last.thread,
        last.id,
        this.outbox.isOpen,
      ]);
      for (const each of stirred) {
        if (stopping.aborted) return;
        if (each.thread !== last.thread) dates = await this.reminders.datesOf(each.thread, now);
        // One that cannot be told must not delay the others; the next round tries it again.
        await this.writer
          .transaction((tx) => this.look(tx, each, { dates, today, now }))
          .catch((problem: unknown) => {
            this.log.warn(`A reminder was not told: ${problem instanceof Error ? problem.name : 'thrown'}`);
          });
        last = each;
      }
      if (stirred.length < HANDFUL) return;
    }
  }

  private async look(
    tx: Transaction,
    { id, thread, looks: looked }: Stirred,
    { dates, today, now }: { dates: readonly CountedDate[]; today: string; now: Date },
  ): Promise<void> {
    const [row] = await tx.query<Row>(
      `select r.knows, r.due_at as "dueAt", r.member_id as member, r.email, ${MAY_READ} as reads
       from private.case_reminder r join thread t on t.id = $2 join category c on c.id = t.category_id
       left join member m on m.id = r.member_id where r.id = $1 for update of r`,
      [id, thread],
    );
    if (row === undefined) return;
    const says = row.reads ? newsOf(row.knows, dates, today) : [];
    const knows = learned(row.knows, dates, today);
    if (says.length === 0) return learn(tx, id, { knows, looked });
    const due = row.dueAt ?? new Date(now.getTime() + UNDO_TIME);
    if (due > now) {
      await tx.query('update private.case_reminder set due_at = $2 where id = $1', [id, due]);
      return;
    }
    if (row.member !== null) {
      await note(tx, { thread, member: row.member, says }, now);
      return learn(tx, id, { knows, looked });
    }
    // What they know is noted when the letter has left: it says what is due then.
    await learn(tx, id, { knows: row.knows, looked });
    const key = addressKey(await this.secret.get(), row.email ?? '');
    await this.outbox.add(tx, { kind: 'reminder', addressKey: key, reminder: id }, now);
  }
}

async function note(
  tx: Transaction,
  { thread, member, says }: { thread: number; member: number; says: readonly ReminderNews[] },
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into private.notice (member_id, kind, thread_id, noticed_at)
     select $1, kind, $2, $3 from unnest($4::text[]) kind`,
    [member, thread, now, says],
  );
  await tx.tell({ news: 'NoticesChanged', member });
}
