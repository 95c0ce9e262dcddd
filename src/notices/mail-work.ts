import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Jobs } from '../jobs/jobs.js';
import { type Letter, NotTaken } from '../mail/letter.js';
import { Letters } from '../mail/letters.js';
import type { OutstandingMail } from './letter-content.js';
import { LetterContents } from './letter-contents.js';
import { LetterWords } from './letter-words.js';
import { MailEntity } from './mail.entity.js';
import { SEND_MAIL } from './outbox.js';

/** After this time a letter that could not be sent is given up: it would say nothing new. */
const PATIENCE = 3 * 86_400_000;

/**
 * Sends each letter once: it is crossed off when the mail server has taken it. A process that is killed in between
 * sends it again, under the same Message-ID; SMTP has no better.
 */
@Injectable()
export class MailWork {
  constructor(
    jobs: Jobs,
    private readonly writer: Writer,
    private readonly drawing: LetterContents,
    private readonly letters: Letters,
    private readonly words: LetterWords,
  ) {
    jobs.does(SEND_MAIL, ({ mail }, { now }) => this.send(mail, now));
  }

  private async send(id: string, now: Date): Promise<void> {
    const [mail] = await this.writer.query<OutstandingMail>(
      `select id, kind, address_key as "addressKey", member_id as member, submission_id as submission,
        decision_id::text as decision, registration_id as registration, reminder_id as reminder, made_at as "madeAt"
       from private.mail where id = $1 and closed_at is null`,
      [id],
    );
    if (mail === undefined) return;
    const drawn =
      now.getTime() - mail.madeAt.getTime() > PATIENCE ? null : await this.drawing.of(this.writer, mail, now);
    const sent = drawn !== null && (await this.taken(await this.words.letter(id, drawn), now));
    await this.writer.transaction(async (tx) => {
      await tx.repository(MailEntity).update({ id }, { closedAt: now, sent });
      // An address that will never take it learns nothing, and is not written to about the same again.
      await drawn?.learn?.(tx);
    });
  }

  /**
   * False for an address that will never accept it. Any other failure is tried again after longer and longer pauses.
   */
  private async taken(letter: Letter, now: Date): Promise<boolean> {
    try {
      await this.letters.send(letter, now);
      return true;
    } catch (problem) {
      if (problem instanceof NotTaken && problem.forGood) return false;
      throw problem;
    }
  }
}
