import { Injectable, Logger } from '@nestjs/common';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { UntoldEntity } from '../publishing/untold.entity.js';
import { defineJob, type Turn } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { guestAddressee, memberAddressee } from './addressees.js';
import { type Answered, answeredBy } from './answered.js';
import { type Happening, happeningOf } from './happenings.js';
import { addressKey } from './keys.js';
import { mentionedBy } from './mentioned.js';
import { proposedTo } from './proposed-to.js';
import { Outbox } from './outbox.js';

/** Being told some seconds later does no harm, and each round costs a query that mostly finds nothing. */
const ROUND = 5_000;
export const TELL = defineJob('tell-decisions', z.strictObject({}), { every: ROUND });
const HANDFUL = 100;
/** Until a decision that could not be told is tried again. */
const LATER = 10 * 60_000;
/** After the forum was stopped for long, older decisions are not told any more. */
const NEWS_LASTS = 7 * 86_400_000;

/**
 * Tells those whom a decision concerns: what they sent was decided, or answered by something that is published. Each
 * decision in one transaction, so that a process that is killed has told everything of it or nothing.
 */
@Injectable()
export class TellingWork {
  private readonly log = new Logger('notices');

  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
    private readonly outbox: Outbox,
  ) {
    jobs.does(TELL, (_, turn) => this.tellDue(turn));
  }

  private async tellDue({ now, stopping }: Turn): Promise<void> {
    const untold = this.writer.repository(UntoldEntity);
    await untold.delete({ dueAt: LessThan(new Date(now.getTime() - NEWS_LASTS)) });
    for (;;) {
      const due = await untold.find({
        where: { dueAt: LessThanOrEqual(now) },
        order: { dueAt: 'ASC', decisionId: 'ASC' },
        take: HANDFUL,
      });
      for (const { decisionId: decision } of due) {
        if (stopping.aborted) return;
        await this.tellOf(decision, now).catch((problem: unknown) => this.putOff(decision, problem, now));
      }
      if (due.length < HANDFUL) return;
    }
  }

  /** The process that deletes the row tells the decision: of two processes the second finds no row. */
  private tellOf(decision: string, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const { affected } = await tx.repository(UntoldEntity).delete({ decisionId: decision });
      const happening = affected === 1 ? await happeningOf(tx, decision) : null;
      if (happening !== null) await this.tell(tx, happening, now);
    });
  }

  /** A decision that cannot be told must not delay the others. */
  private async putOff(decision: string, problem: unknown, now: Date): Promise<void> {
    this.log.warn(
      `Decision ${decision} was told to nobody yet: ${problem instanceof Error ? problem.name : 'thrown'}`,
    );
    await this.writer
      .repository(UntoldEntity)
      .update({ decisionId: decision }, { dueAt: new Date(now.getTime() + LATER) });
  }

  private async tell(tx: Transaction, happening: Happening, now: Date): Promise<void> {
    const { told, author, submission } = happening;
    if (told !== null)
      await this.tellOne(
        tx,
        happening,
        { to: author === null ? { submission } : { member: author }, kind: 'decided', words: told },
        now,
      );
    const answered = await answeredBy(tx, happening);
    if (answered !== null)
      await this.tellOne(tx, happening, { to: answered, kind: 'answered', words: 'answered' }, now);
    const changed = await proposedTo(tx, happening);
    if (changed !== null)
      await this.tellOne(tx, happening, { to: changed, kind: 'answered', words: 'case-changed' }, now);
    const besides = answered !== null && 'member' in answered ? answered.member : null;
    for (const member of await mentionedBy(tx, happening, besides))
      await this.notice(tx, happening, { member, words: 'mentioned', submission: null }, now);
  }

  private async tellOne(
    tx: Transaction,
    happening: Happening,
    { to, kind, words }: { to: Answered; kind: 'decided' | 'answered'; words: string },
    now: Date,
  ): Promise<void> {
    const { decision, submission } = happening;
    if ('member' in to) {
      const notice = { member: to.member, words, submission: kind === 'decided' ? submission : null };
      if (!(await this.notice(tx, happening, notice, now))) return;
    } else if (kind === 'answered' && (await this.wasAnswered(tx, to.submission, submission))) return;
    const addressee =
      'member' in to ? await memberAddressee(tx, { ...to, kind }, now) : await guestAddressee(tx, to.submission);
    if (addressee === null) return;
    await this.outbox.add(
      tx,
      { kind, addressKey: addressKey(await this.secret.get(), addressee.address), ...to, decision },
      now,
    );
  }

  /** Answers false where they were told before. */
  private async notice(
    tx: Transaction,
    { decision, thread, number }: Happening,
    { member, words, submission }: { member: number; words: string; submission: string | null },
    now: Date,
  ): Promise<boolean> {
    const [fresh] = await tx.query(
      `insert into private.notice (member_id, kind, decision_id, submission_id, thread_id, number, noticed_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [member, words, decision, submission, thread, number, now],
    );
    if (fresh !== undefined) await tx.tell({ news: 'NoticesChanged', member });
    return fresh !== undefined;
  }

  /** A post that was published, taken back and published again counts as one answer. */
  private async wasAnswered(tx: Transaction, to: string, by: string): Promise<boolean> {
    const found = await tx.query(
      `select from private.mail m join desk.decision d on d.id = m.decision_id
       where m.kind = 'answered' and m.submission_id = $1 and d.submission_id = $2`,
      [to, by],
    );
    return found.length > 0;
  }
}
