import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { TELL_DECISION, UNDO_TIME } from '../desk/telling.js';
import { Jobs } from '../jobs/jobs.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { guestAddressee, memberAddressee } from './addressees.js';
import { type Answered, answeredBy } from './answered.js';
import { type Happening, happeningOf } from './happenings.js';
import { addressKey } from './keys.js';
import { Outbox } from './outbox.js';

/** After a forum was away for long, old decisions are no news. */
const NEWS_LASTS = 7 * 86_400_000;

/**
 * Tells those whom a decision concerns: what they sent was decided, or answered by something that is published. All of it in
 * one transaction, so that a process that is killed has told everything or nothing.
 */
@Injectable()
export class TellingWork {
  constructor(jobs: Jobs, private readonly writer: Writer, private readonly secret: InstallationSecret, private readonly outbox: Outbox) {
    jobs.does(TELL_DECISION, async ({ decision }, { now }) => {
      await writer.transaction(async (tx) => {
        const happening = await happeningOf(tx, decision);
        if (happening === null) return;
        const age = now.getTime() - happening.at.getTime();
        if (age < UNDO_TIME) await jobs.add(tx, TELL_DECISION, { decision }, { runAt: new Date(happening.at.getTime() + UNDO_TIME) });
        else if (age < NEWS_LASTS) await this.tell(tx, happening, now);
      });
    });
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
