import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CaseDates } from '../../cases/case-dates.js';
import { Cases } from '../../cases/cases.js';
import { dayAt } from '../../clock/day-at.js';
import type { Queries } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import type { CountedDate } from '../../deadlines/count.js';
import { defineJob } from '../../jobs/job.js';
import { putDown } from '../../jobs/jobs.js';
import { CurrentSite } from '../../site/current-site.js';
import type { Language } from '../../visitors/visitor.js';
import { learned } from './reminder-news.js';

/** Somebody has given an address to be reminded; src/notices/confirmations.ts asks whose it is. */
export const CONFIRM_REMINDER = defineJob('confirm-reminder', z.strictObject({ reminder: z.uuid() }));

/** Who is reminded: a member by notices, an address by letters once it is confirmed. */
export type ReminderAddressee = { member: number } | { email: string };

/**
 * The thread where the case of a reminder `r` stands by now, in a row `v`, which is empty where it was never merged.
 */
export const WITH_HOME = 'left join post_moved v on v.thread_id = r.thread_id and v.number = 1';
export const HOME = 'coalesce(v.to_thread, r.thread_id)';

/** Who wants to be reminded of the dates of which case. */
@Injectable()
export class Reminders {
  constructor(
    private readonly writer: Writer,
    private readonly cases: Cases,
    private readonly dates: CaseDates,
    private readonly site: CurrentSite,
  ) {}

  /**
   * Asked twice, there is one all the same, and the answer never tells whether there was. An address is asked about by
   * a letter that leaves after `letterWait` ms.
   */
  async start(
    who: ReminderAddressee,
    { thread, language, letterWait }: { thread: number; language: Language; letterWait: number },
    now: Date,
  ): Promise<void> {
    const knows = learned([], await this.datesOf(thread, now), await this.today(now));
    const [member, email] = 'member' in who ? [who.member, null] : [null, who.email];
    await this.writer.transaction(async (tx) => {
      await tx.query(
        `insert into private.case_reminder (id, thread_id, member_id, email, language, asked_at, knows)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [randomUUID(), thread, member, email, language, now, knows],
      );
      if (email === null) return;
      const [asks] = await tx.query<{ id: string }>(
        `update private.case_reminder set asked_at = $3 where thread_id = $1 and email = $2
           and email_confirmed_at is null returning id`,
        [thread, email, now],
      );
      if (asks !== undefined) await putDown(tx, CONFIRM_REMINDER, { reminder: asks.id }, { wait: letterWait });
    });
  }

  /** Of a member; an address is forgotten by the link in its letters. */
  async stop(member: number, thread: number): Promise<void> {
    await this.writer.query(
      `delete from private.case_reminder where id in (
         select r.id from private.case_reminder r ${WITH_HOME} where r.member_id = $1 and ${HOME} = $2)`,
      [member, thread],
    );
  }

  async has(member: number, thread: number): Promise<boolean> {
    const found = await this.writer.query(
      `select from private.case_reminder r ${WITH_HOME} where r.member_id = $1 and ${HOME} = $2 limit 1`,
      [member, thread],
    );
    return found.length > 0;
  }

  /** All dates of a case as its page counts them; none of one that cannot be read. */
  async datesOf(thread: number, now: Date): Promise<CountedDate[]> {
    const local = await this.cases.of(thread);
    if (local === null) return [];
    const { requests } = await this.dates.of('everyone', local, await this.today(now));
    return requests.flatMap(({ dates }) => dates);
  }

  /** On the site's own calendar, by which its pages count. */
  async today(now: Date): Promise<string> {
    return dayAt(now, (await this.site.get()).timeZone);
  }
}

/** Letters about it stop, and with it the address is forgotten. */
export async function forgetReminder(from: Queries, reminder: string): Promise<void> {
  await from.query('delete from private.case_reminder where id = $1', [reminder]);
}

/** Somebody has had, or has no need of, what was due; `looked` stays where it is left out. */
export async function learn(
  tx: Queries,
  reminder: string,
  { knows, looked }: { knows: readonly string[]; looked?: string },
): Promise<void> {
  await tx.query(
    `update private.case_reminder set knows = $2, looked = coalesce($3, looked), due_at = null where id = $1`,
    [reminder, knows, looked ?? null],
  );
}
