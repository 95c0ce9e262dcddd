import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { defineJob, type Turn } from '../../jobs/job.js';
import { Jobs } from '../../jobs/jobs.js';
import { UNDO_TIME } from '../../publishing/telling.js';
import {
  type TellingWay,
  type PersonKnown,
  learned,
  type RegistrationNews,
} from '../../registrations/telling/known.js';
import { newsOf, reminderOf } from '../../registrations/telling/news.js';
import { STANDS, standingOf, WITH_DATE } from '../../registrations/telling/standing.js';
import { InstallationSecret } from '../../submissions/installation-secret.js';
import { addressKey } from '../keys.js';
import { Outbox } from '../outbox.js';
import { learn } from './learn.js';

const ROUND = 5_000;
export const TELL_REGISTRATIONS = defineJob('tell-registrations', z.strictObject({}), { every: ROUND });
const HANDFUL = 500;
/** Nobody is told more often than this: what changes meanwhile is told together. */
const GATHERED = 30 * 60_000;

const BEGINS = `(extract(epoch from d.starts_at) * 1000)::bigint`;
const reminds = (remind: 'day' | 'hours', within: string): string =>
  `('${remind}' = any(r.remind) and d.starts_at <= $1::timestamptz + interval '${within}'
    and (t.knows->>'${remind}')::bigint is distinct from ${BEGINS})`;

/**
 * Those of whom something may have to be told: it is due, something is different from what they know, or a reminder
 * may be near (a day has 25 hours at most). What is over is looked at no more. A letter that has not left yet says all
 * of it by itself.
 */
const STIRRED = `
  select t.registration_id as registration, t.channel
  from private.registration_telling t join private.registration r on r.id = t.registration_id ${WITH_DATE}
  where (t.registration_id, t.channel) > ($2::uuid, $3)
    and (t.channel = 'notice' or ($4 and r.email_confirmed_at is not null and not exists (select from private.mail m
      where m.registration_id = r.id and m.kind = 'registration' and m.closed_at is null)))
    and (d.ends_at is null or d.ends_at > $1)
    and (t.due_at <= $1 or (t.due_at is null and t.knows - '{day,hours}'::text[] <> ${STANDS})
      or (d.state = 'planned' and d.starts_at > $1 and r.state in ('seated', 'maybe')
        and (${reminds('day', '25 hours')} or ${reminds('hours', '3 hours')})))
  order by t.registration_id, t.channel limit ${HANDFUL}`;

interface Stirred {
  registration: string;
  channel: TellingWay;
}

interface Row {
  knows: Partial<PersonKnown>;
  dueAt: Date | null;
  toldAt: Date | null;
  member: number | null;
  email: string | null;
  thread: number;
}

/**
 * Tells whoever has registered what is different from what they know: nothing has to say what it has changed, so
 * nothing can forget to. Each of them in a transaction that locks what they know, so two processes tell it once.
 */
@Injectable()
export class TellingRegistrations {
  private readonly log = new Logger('notices');

  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
    private readonly outbox: Outbox,
  ) {
    jobs.does(TELL_REGISTRATIONS, (_, turn) => this.round(turn));
  }

  private async round({ now, stopping }: Turn): Promise<void> {
    let last: Stirred = { registration: '00000000-0000-0000-0000-000000000000', channel: 'letter' };
    for (;;) {
      const stirred = await this.writer.query<Stirred>(STIRRED, [
        now,
        last.registration,
        last.channel,
        this.outbox.isOpen,
      ]);
      for (const each of stirred) {
        if (stopping.aborted) return;
        // One that cannot be told must not delay the others; the next round tries it again.
        await this.writer
          .transaction((tx) => this.look(tx, each, now))
          .catch((problem: unknown) => {
            this.log.warn(`A registration was not told: ${problem instanceof Error ? problem.name : 'thrown'}`);
          });
        last = each;
      }
      if (stirred.length < HANDFUL) return;
    }
  }

  private async look(tx: Transaction, { registration, channel }: Stirred, now: Date): Promise<void> {
    // First, as whoever changes a registration does: a notice or a letter names it.
    await tx.query('select from private.registration where id = $1 for key share', [registration]);
    const [row] = await tx.query<Row>(
      `select t.knows, t.due_at as "dueAt", t.told_at as "toldAt", r.member_id as member, r.email, r.thread_id as thread
       from private.registration_telling t join private.registration r on r.id = t.registration_id
       where t.registration_id = $1 and t.channel = $2 for update of t`,
      [registration, channel],
    );
    const standing = row === undefined ? null : await standingOf(tx, registration);
    if (row === undefined || standing === null) return;
    const news = newsOf(row.knows, standing, now);
    const reminder = reminderOf(row.knows, standing, now);
    const says = reminder === null ? news : [...news, reminder];
    const knows = learned(row.knows, standing, now);
    if (says.length === 0) return learn(tx, { registration, channel, knows, toldAt: row.toldAt });
    const due = dueAt(row, reminder !== null, now);
    if (due > now) return putOff(tx, { registration, channel }, due);
    if (channel === 'letter') return this.write(tx, registration, row.email, now);
    if (row.member !== null) await note(tx, { registration, thread: row.thread, member: row.member, says }, now);
    await learn(tx, { registration, channel, knows, toldAt: now });
  }

  /** What it says is asked when it leaves; until then it is the only one. */
  private async write(tx: Transaction, registration: string, email: string | null, now: Date): Promise<void> {
    if (email === null) return;
    const key = addressKey(await this.secret.get(), email);
    await this.outbox.add(tx, { kind: 'registration', addressKey: key, registration }, now);
  }
}

/**
 * After the time in which it is undone quickly, and half an hour after what was told before; a reminder waits for no
 * news.
 */
function dueAt({ dueAt: known, toldAt }: Row, isReminder: boolean, now: Date): Date {
  const soon = now.getTime() + UNDO_TIME;
  if (known !== null) return isReminder && known.getTime() > soon ? new Date(soon) : known;
  return new Date(isReminder || toldAt === null ? soon : Math.max(soon, toldAt.getTime() + GATHERED));
}

async function putOff(tx: Transaction, { registration, channel }: Stirred, due: Date): Promise<void> {
  await tx.query('update private.registration_telling set due_at = $3 where registration_id = $1 and channel = $2', [
    registration,
    channel,
    due,
  ]);
}

async function note(
  tx: Transaction,
  {
    registration,
    thread,
    member,
    says,
  }: { registration: string; thread: number; member: number; says: readonly RegistrationNews[] },
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into private.notice (member_id, kind, registration_id, thread_id, noticed_at)
     select $1, kind, $2, $3, $4 from unnest($5::text[]) kind`,
    [member, registration, thread, now, says],
  );
  await tx.tell({ news: 'NoticesChanged', member });
}
