import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { NotFound } from '../errors/errors.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { type Stop, stopOf } from './keys.js';

/** Whoever holds a letter of ours stops the others of its kind, without saying who they are. Twice is once. */
@Injectable()
export class Unsubscribing {
  constructor(private readonly writer: Writer, private readonly secret: InstallationSecret) {}

  /** What the link of a letter stops. @throws NotFound when we made no such link. */
  async asked(token: string): Promise<Stop> {
    const stop = stopOf(await this.secret.get(), token);
    if (stop === null) throw new NotFound();
    return stop;
  }

  /** With a guest's message goes the address that was given for it. @throws NotFound as above. */
  async stop(token: string, now: Date): Promise<Stop> {
    const stop = await this.asked(token);
    switch (stop.of) {
      case 'submission':
        await this.writer.query(
          'update desk.submission set email = null, email_confirmed_at = null, mail_token_hash = null where id = $1', [stop.submission],
        );
        break;
      case 'member':
        await this.writer.query('update private.account set mails = array_remove(mails, $2) where member_id = $1', [stop.member, stop.kind]);
        break;
      case 'address':
        await this.writer.transaction(async (tx) => {
          await tx.query('insert into private.mail_refusal (address_key, refused_at) values ($1, $2) on conflict do nothing', [stop.key, now]);
          await tx.query('delete from private.confirmation where address_key = $1', [stop.key]);
        });
    }
    return stop;
  }

  /** Only whoever stopped all letters to an address may want them again: the others are asked for where they were asked for first. */
  async again(token: string): Promise<Stop> {
    const stop = await this.asked(token);
    if (stop.of === 'address') await this.writer.query('delete from private.mail_refusal where address_key = $1', [stop.key]);
    return stop;
  }
}
