import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { putDown } from '../jobs/jobs.js';
import { AccountEntity } from '../members/account.entity.js';
import { CONFIRM_ACCOUNT } from '../members/confirm-account.js';
import type { MemberMail } from './keys.js';

/** What a member has said about mail. */
export interface MailChoice {
  email: string | null;
  confirmed: boolean;
  mails: MemberMail[];
}

@Injectable()
export class MailChoices {
  constructor(private readonly writer: Writer) {}

  async of(member: number): Promise<MailChoice> {
    const account = await this.writer.repository(AccountEntity).findOneBy({ memberId: member });
    if (account === null) return { email: null, confirmed: false, mails: [] };
    return { email: account.email, confirmed: account.emailConfirmedAt !== null, mails: account.mails };
  }

  /** An empty address takes it away. Another one has to be confirmed, by a letter that leaves after `letterWait` ms. */
  async choose(
    member: number,
    { email, mails, letterWait }: { email: string; mails: readonly MemberMail[]; letterWait: number },
  ): Promise<void> {
    const address = email === '' ? null : email;
    await this.writer.transaction(async (tx) => {
      await tx.query(
        `update private.account set mails = $3, email = $2,
           email_confirmed_at = case when email is not distinct from $2 then email_confirmed_at end
             where member_id = $1`,
        [member, address, mails],
      );
      if (address !== null) await putDown(tx, CONFIRM_ACCOUNT, { member }, { wait: letterWait });
    });
  }
}
