import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { NotFound } from '../errors/errors.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { forgetAddress } from '../registrations/telling/tell-of.js';
import { forgetReminder } from './cases/reminders.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import { ConfirmationEntity } from './confirmation.entity.js';
import { type Stop, stopOf } from './keys.js';
import { MailRefusalEntity } from './mail-refusal.entity.js';

/**
 * Anybody who has one of our letters can stop the others of its kind without logging in; doing it twice changes
 * nothing.
 */
@Injectable()
export class Unsubscribing {
  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
  ) {}

  /** What the link of a letter stops. @throws NotFound when we made no such link. */
  async asked(token: string): Promise<Stop> {
    const stop = stopOf(await this.secret.get(), token);
    if (stop === null) throw new NotFound();
    return stop;
  }

  /** With a guest's message or a registration goes the address that was given for it. @throws NotFound as above. */
  async stop(token: string, now: Date): Promise<Stop> {
    const stop = await this.asked(token);
    switch (stop.of) {
      case 'submission':
        await this.writer
          .repository(SubmissionEntity)
          .update({ id: stop.submission }, { email: null, emailConfirmedAt: null, mailTokenHash: null });
        break;
      case 'registration':
        await this.writer.transaction((tx) => forgetAddress(tx, stop.registration));
        break;
      case 'reminder':
        await forgetReminder(this.writer, stop.reminder);
        break;
      case 'member':
        await this.writer.query('update private.account set mails = array_remove(mails, $2) where member_id = $1', [
          stop.member,
          stop.kind,
        ]);
        break;
      case 'address':
        await this.writer.transaction(async (tx) => {
          await tx.query(
            'insert into private.mail_refusal (address_key, refused_at) values ($1, $2) on conflict do nothing',
            [stop.key, now],
          );
          await tx.repository(ConfirmationEntity).delete({ addressKey: stop.key });
        });
    }
    return stop;
  }

  /**
   * Only the stop of all letters to an address can be undone here: other letters are asked for again where they were
   * first chosen.
   */
  async again(token: string): Promise<Stop> {
    const stop = await this.asked(token);
    if (stop.of === 'address') await this.writer.repository(MailRefusalEntity).delete({ addressKey: stop.key });
    return stop;
  }
}
