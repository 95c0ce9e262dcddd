import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { defineJob, type Turn } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { guestAddressee, memberAddressee } from './addressees.js';
import { type Answered, answeredBy } from './answered.js';
import { type Happening, happeningOf } from './happenings.js';
import { addressKey } from './keys.js';
import { Outbox } from './outbox.js';

/** Seconds later nobody minds; each round costs a query that finds nothing. */
const ROUND = 5_000;
export const TELL = defineJob('tell-decisions', z.strictObject({}), { every: ROUND });
const HANDFUL = 100;
/** Until a decision that could not be told is tried again. */
const LATER = 10 * 60_000;
/** After a forum was away for long, old decisions are no news. */
const NEWS_LASTS = 7 * 86_400_000;

/**
 * Tells those whom a decision concerns: what they sent was decided, or answered by something that is published. Each decision in
 * one transaction, so that a process that is killed has told everything of it or nothing.
 */
@Injectable()
export class TellingWork {
  private readonly log = new Logger('notices');

  constructor(jobs: Jobs, private readonly writer: Writer, private readonly secret: InstallationSecret, private readonly outbox: Outbox) {
    jobs.does(TELL, (_, turn) => this.tellDue(turn));
  }

  private async tellDue({ now, stopping }: Turn): Promise<void> {
    await this.writer.query('delete from desk.untold where due_at < $1', [new Date(now.getTime() - NEWS_LASTS)]);
    for (;;) {
      const due = await this.writer.query<{ decision: string }>(
        `select decision_id::text as decision from desk.untold where due_at <= $1 order by due_at, decision_id limit ${HANDFUL}`, [now],
      );
      for (const { decision } of due) {
        if (stopping.aborted) return;
        await this.tellOf(decision, now).catch((problem: unknown) => this.putOff(decision, problem, now));
      }
      if (due.length < HANDFUL) return;
    }
  }

  /** Whoever takes the row away tells it: of two processes the second finds none. */
  private tellOf(decision: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const [mine] = await tx.query('delete from desk.untold where decision_id = $1::bigint returning decision_id', [decision]);
      const happening = mine === undefined ? null : await happeningOf(tx, decision);
      if (happening !== null) await this.tell(tx, happening, now);
    });
  }

  /** One that cannot be told must not keep the others waiting. */
  private async putOff(decision: string, problem: unknown, now: Date): Promise<void> {
    this.log.warn(`Decision ${decision} was told to nobody yet: ${problem instanceof Error ? problem.name : 'thrown'}`);
    await this.writer.query('update desk.untold set due_at = $2 where decision_id = $1::bigint', [decision, new Date(now.getTime() + LATER)]);
  }

  private async tell(tx: Transaction, happening: Happening, now: Date): Promise<void> {
    const { told, author, submission } = happening;
    if (told !== null) await this.tellOne(tx, happening, { to: author === null ? { submission } : { member: author }, kind: 'decided', words: told }, now);
    const answered = await answeredBy(tx, happening);
    if (answered !== null) await this.tellOne(tx, happening, { to: answered, kind: 'answered', words: 'answered' }, now);
  }

  private async tellOne(
    tx: Transaction, { decision, submission, thread, number }: Happening,
    { to, kind, words }: { to: Answered; kind: 'decided' | 'answered'; words: string }, now: Date,
  ): Promise<void> {
    if ('member' in to) {
      const own = kind === 'decided' ? submission : null;
      const [fresh] = await tx.query(
        `insert into private.notice (member_id, kind, decision_id, submission_id, thread_id, number, noticed_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
        [to.member, words, decision, own, thread, number, now],
      );
      if (fresh === undefined) return;
      await tx.tell({ news: 'NoticesChanged', member: to.member });
    } else if (kind === 'answered' && (await this.wasAnswered(tx, to.submission, submission))) return;
    const addressee = 'member' in to ? await memberAddressee(tx, { ...to, kind }, now) : await guestAddressee(tx, to.submission);
    if (addressee === null) return;
    await this.outbox.add(tx, { kind, addressKey: addressKey(await this.secret.get(), addressee.address), ...to, decision }, now);
  }

  /** What was published, taken back and published again is one answer. */
  private async wasAnswered(tx: Transaction, to: string, by: string): Promise<boolean> {
    const found = await tx.query(
      `select from private.mail m join desk.decision d on d.id = m.decision_id
       where m.kind = 'answered' and m.submission_id = $1 and d.submission_id = $2`,
      [to, by],
    );
    return found.length > 0;
  }
}
