import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Confirmations } from './confirmations.js';
import type { MemberMail } from './keys.js';

/** What a member has said about mail. */
export interface MailChoice {
  email: string | null;
  confirmed: boolean;
  mails: MemberMail[];
}

@Injectable()
export class MailChoices {
  constructor(private readonly writer: Writer, private readonly confirmations: Confirmations) {}

  async of(member: number): Promise<MailChoice> {
    const [row] = await this.writer.query<MailChoice>(
      'select email, email_confirmed_at is not null as confirmed, mails from private.account where member_id = $1', [member],
    );
    return row ?? { email: null, confirmed: false, mails: [] };
  }

  /** An empty address takes it away. Another one has to be confirmed. */
  async choose(member: number, { email, mails }: { email: string; mails: readonly MemberMail[] }, now: Date): Promise<void> {
    const address = email === '' ? null : email;
    await this.writer.query(
      `update private.account set mails = $3, email = $2,
         email_confirmed_at = case when email is not distinct from $2 then email_confirmed_at end where member_id = $1`,
      [member, address, mails],
    );
    if (address !== null) await this.confirmations.askMember(member, now);
  }
}
