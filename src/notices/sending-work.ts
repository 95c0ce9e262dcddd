import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Jobs } from '../jobs/jobs.js';
import { type Letter, NotTaken } from '../mail/letter.js';
import { Letters } from '../mail/letters.js';
import type { Outstanding } from './drawn.js';
import { LetterDrawing } from './letter-drawing.js';
import { LetterWords } from './letter-words.js';
import { SEND_MAIL } from './outbox.js';

/** A letter that could not leave for so long says nothing new. */
const PATIENCE = 3 * 86_400_000;

/**
 * Sends each letter once: it is crossed off when the mail server has taken it. A process that is killed in between sends
 * it again, under the same Message-ID; SMTP has no better.
 */
@Injectable()
export class SendingWork {
  constructor(
    jobs: Jobs, private readonly writer: Writer, private readonly drawing: LetterDrawing, private readonly letters: Letters,
    private readonly words: LetterWords,
  ) {
    jobs.does(SEND_MAIL, ({ mail }, { now }) => this.send(mail, now));
  }

  private async send(id: string, now: Date): Promise<void> {
    const [mail] = await this.writer.query<Outstanding>(
      `select id, kind, address_key as "addressKey", member_id as member, submission_id as submission, decision_id::text as decision, made_at as "madeAt"
       from private.mail where id = $1 and closed_at is null`,
      [id],
    );
    if (mail === undefined) return;
    const drawn = now.getTime() - mail.madeAt.getTime() > PATIENCE ? null : await this.drawing.of(this.writer, mail, now);
    const sent = drawn !== null && (await this.taken(await this.words.letter(id, drawn), now));
    await this.writer.query('update private.mail set closed_at = $2, sent = $3 where id = $1', [id, now, sent]);
  }

  /** False for an address that will never take it. What else fails is tried again, later and later. */
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
